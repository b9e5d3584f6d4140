// The ceiling: what comes on a path goes to everyone on that path. No document, no log, no rights.
import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'

const rooms = new Map()
const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false })
const server = createServer((_request, response) => response.end('bare'))
server.on('upgrade', (request, stream, head) => {
  sockets.handleUpgrade(request, stream, head, (socket) => {
    const room = rooms.get(request.url) ?? new Set()
    rooms.set(request.url, room)
    room.add(socket)
    socket.on('message', (data) => room.forEach((other) => other.send(data)))
    socket.on('error', () => socket.terminate())
    socket.on('close', () => room.delete(socket))
  })
})
server.listen(Number(process.env.PORT), '127.0.0.1')
