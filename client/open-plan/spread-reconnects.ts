/**
 * Keeps the windows of a school from coming back all at once: y-websocket waits as
 * long in each of them. After a restart (1012) the first wait is anything between 0.2
 * and 2.2 s, after any other loss between 0.2 and 0.4; later ones double as they did.
 */
import type { WebsocketProvider } from 'y-websocket'
import { FAILURES } from '../../shared/failure.ts'

/** The first wait of y-websocket, and how many of them a restart is spread over, besides. */
const FIRST_WAITS_AFTER_RESTART = 10
const LONGEST_WAIT_MS = 2500

/** @param random from 0 up to, and not with, 1. */
export function spreadReconnects(
  provider: Pick<WebsocketProvider, 'wsUnsuccessfulReconnects' | 'maxBackoffTime' | 'on'>,
  random: () => number = Math.random,
): void {
  provider.on('connection-close', (event) => {
    provider.maxBackoffTime = LONGEST_WAIT_MS * (1 + random() / 2)
    if (provider.wsUnsuccessfulReconnects > 0) return
    const isRestart = event?.code === FAILURES['server-restarting'].close
    // It waits 200 ms times two to the power of this.
    const times = 1 + random() * (isRestart ? FIRST_WAITS_AFTER_RESTART : 1)
    provider.wsUnsuccessfulReconnects = Math.log2(times)
  })
}
