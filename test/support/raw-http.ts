/** Bytes to a server as they are, for what no decent client sends. */
import { connect } from 'node:net'
import type { TestApp } from './build-app.ts'

/** Everything a listening app says to these bytes until it hangs up. */
export function speak({ app: { server } }: TestApp, bytes: string): Promise<string> {
  const { port } = server.address() as { port: number }
  return new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
    socket.on('data', (chunk) => (answer += chunk.toString()))
    socket.on('close', () => resolve(answer))
    socket.on('error', reject)
  })
}
