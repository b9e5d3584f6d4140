import { expect, it } from 'vitest'
import { ObservableV2 } from 'lib0/observable'
import { spreadReconnects } from '../../../client/open-plan/spread-reconnects.ts'
import type { WebsocketProvider } from 'y-websocket'

it('[S2] comes back after a restart at a time of its own, and sooner after any other loss', () => {
  const restarted = [0, 0.5, 0.999].map((random) => firstWaitMs(1012, random))
  const lost = [0, 0.5, 0.999].map((random) => firstWaitMs(1006, random))

  expect(restarted.map(Math.round)).toEqual([200, 1200, 2198])
  expect(lost.map(Math.round)).toEqual([200, 300, 400])
})

it('[S2] waits longer and longer for a server that stays away, in no step with others', () => {
  const waits = [0.2, 0.8].map((random) => {
    const provider = bareProvider()
    spreadReconnects(provider, () => random)
    return Array.from({ length: 8 }, () => waitMs(provider, 1006))
  })

  for (const own of waits) expect(own).toEqual([...own].sort((a, b) => a - b))
  expect(waits[0]?.filter((ms) => waits[1]?.includes(ms))).toEqual([])
  expect(Math.max(...waits.flat())).toBe(3500)
})

function firstWaitMs(code: number, random: number): number {
  const provider = bareProvider()
  spreadReconnects(provider, () => random)
  return waitMs(provider, code)
}

/** What y-websocket does at a close. */
function waitMs(provider: WebsocketProvider, code: number): number {
  provider.emit('connection-close', [{ code } as CloseEvent, provider])
  provider.wsUnsuccessfulReconnects += 1
  return Math.min(2 ** provider.wsUnsuccessfulReconnects * 100, provider.maxBackoffTime)
}

function bareProvider(): WebsocketProvider {
  const facts = { wsUnsuccessfulReconnects: 0, maxBackoffTime: 2500 }
  return Object.assign(new ObservableV2(), facts) as unknown as WebsocketProvider
}
