import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { CALM_SAVING_MS, calmSaving } from '../../../client/open-plan/calm-saving.ts'
import { createObservable } from '../../../client/open-plan/observable.ts'
import type { SaveState } from '../../../shared/protocol/save-state.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function follow() {
  const state = createObservable<SaveState>('saved-at-school')
  const calm = calmSaving(state)
  const shown: SaveState[] = []
  const stop = calm.subscribe(() => shown.push(calm.get()))
  return { state, calm, shown, stop }
}

it('says once that it saves, for all letters of a spell', () => {
  const { state, shown } = follow()
  for (let key = 0; key < 20; key++) {
    state.set('saving')
    vi.advanceTimersByTime(20)
    state.set('saved-at-school')
    vi.advanceTimersByTime(100)
  }
  expect(shown).toEqual(['saving'])
  vi.advanceTimersByTime(CALM_SAVING_MS)
  expect(shown).toEqual(['saving', 'saved-at-school'])
})

it('says at once what is urgent, and never saved before it is', () => {
  const { state, calm, shown } = follow()
  state.set('saving')
  state.set('saved-at-school')
  state.set('not-saved')
  expect(shown).toEqual(['saving', 'not-saved'])
  vi.advanceTimersByTime(10 * CALM_SAVING_MS)
  expect(calm.get()).toBe('not-saved')
  state.set('saved-at-school')
  expect(calm.get()).toBe('saved-at-school')
})

it('says what is so when nobody listened meanwhile', () => {
  const { state, calm, stop } = follow()
  stop()
  state.set('saved-on-device')
  expect(calm.get()).toBe('saved-on-device')
  const shown: SaveState[] = []
  calm.subscribe(() => shown.push(calm.get()))
  state.set('saving')
  expect(shown).toEqual(['saving'])
})
