/** A way to a server that breaks in ways real networks do; driven by the test. */
import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export interface BrokenLine {
  readonly port: number
  /** The next connections are refused: cut as soon as they come. */
  refuse(): void
  /** And let through again. */
  restore(): void
  /** Of every connection the near end hears that it is over, and the server does not. */
  forget(): void
  /** What the server says next reaches nobody: then the line is cut on both sides. */
  loseNextAnswer(): void
  close(): void
}

export async function createBrokenLine(toPort: number): Promise<BrokenLine> {
  const open = new Set<{ readonly near: Socket; readonly far: Socket }>()
  let isRefusing = false
  let isLosing = false

  const server = createServer((near) => {
    if (isRefusing) return void near.destroy()
    const far = connect(toPort, '127.0.0.1')
    const pair = { near, far }
    open.add(pair)
    for (const socket of [near, far]) socket.on('error', () => undefined)
    near.on('data', (chunk) => void far.write(chunk))
    far.on('data', (chunk) => {
      if (!isLosing) return void near.write(chunk)
      isLosing = false
      near.destroy()
      far.destroy()
    })
    near.on('end', () => far.end())
    far.on('close', () => {
      open.delete(pair)
      near.destroy()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  return {
    port: (server.address() as AddressInfo).port,
    refuse: () => (isRefusing = true),
    restore: () => (isRefusing = false),
    forget: () => open.forEach(({ near }) => near.destroy()),
    loseNextAnswer: () => (isLosing = true),
    close() {
      open.forEach(({ far }) => far.destroy())
      server.close()
    },
  }
}
