/** Sending everyone away when the server ends (rules S1, S2). */
import type { WebSocket } from 'ws'
import { RESTART_SPREAD_MS, RESTART_STEP_MS } from '../../shared/protocol/limits.ts'
import type { Connection } from './connection.ts'
import { wait } from './wait.ts'

/** How long a socket has to answer a goodbye. */
const GOODBYE_MS = 1000

/** Spread over up to RESTART_SPREAD_MS, one room after the other: they come back as they were sent away. */
export async function closeOneByOne(
  connections: readonly Pick<Connection, 'close'>[],
): Promise<void> {
  const stepMs = Math.min(RESTART_STEP_MS, RESTART_SPREAD_MS / connections.length)
  const closings = connections.map(async (connection, index) => {
    if (index > 0) await wait(index * stepMs)
    connection.close('server-restarting')
  })
  await Promise.all(closings)
}

/** Ends with the socket's own end, or with ours when the other side does not answer. */
export async function goodbye(socket: WebSocket): Promise<void> {
  const late = setTimeout(() => socket.terminate(), GOODBYE_MS)
  await new Promise((resolve) => socket.once('close', resolve))
  clearTimeout(late)
}
