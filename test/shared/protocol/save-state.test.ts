import { describe, expect, it } from 'vitest'
import { type SaveFacts, saveState } from '../../../shared/protocol/save-state.ts'

const online: SaveFacts = {
  loaded: true,
  connecting: false,
  carried: true,
  sentFrames: 3,
  savedFrames: 3,
  unacknowledged: false,
  signedOut: false,
  store: 'stored',
}
const offline: SaveFacts = { ...online, carried: false, sentFrames: 0, savedFrames: 0 }

describe('where a person’s words are', () => {
  it('is not said before they are loaded', () => {
    expect(saveState({ ...online, loaded: false })).toBe('opening')
  })

  it('is the school only when every frame is acknowledged', () => {
    expect(saveState(online)).toBe('saved-at-school')
    expect(saveState({ ...online, savedFrames: 2, unacknowledged: true })).toBe('saving')
  })

  it('is not a matter of the device’s store while the school has everything', () => {
    expect(saveState({ ...online, store: 'refused' })).toBe('saved-at-school')
    expect(saveState({ ...online, store: 'storing' })).toBe('saved-at-school')
  })

  it('is the device once its store has everything, and not before', () => {
    expect(saveState({ ...offline, unacknowledged: true })).toBe('saved-on-device')
    expect(saveState({ ...offline, unacknowledged: true, store: 'storing' })).toBe('saving')
  })

  it('is the device, and no alarm, while the first connection is being made', () => {
    const connecting: SaveFacts = { ...offline, connecting: true }

    expect(saveState(connecting)).toBe('connecting')
    expect(saveState({ ...connecting, unacknowledged: true })).toBe('connecting')
    expect(saveState({ ...connecting, unacknowledged: true, store: 'refused' })).toBe('not-saved')
  })

  it('is nowhere when neither has a change', () => {
    expect(saveState({ ...offline, unacknowledged: true, store: 'refused' })).toBe('not-saved')
  })

  it('stays the school when nothing was written since, though the store refuses', () => {
    expect(saveState({ ...offline, store: 'refused' })).toBe('saved-at-school')
  })

  it('is never the school by acknowledgements of a connection that lacks a change', () => {
    const lacking: SaveFacts = { ...online, carried: false, unacknowledged: true }

    expect(saveState(lacking)).toBe('saved-on-device')
    expect(saveState({ ...lacking, store: 'storing' })).toBe('saving')
  })

  it('is the device, or this window alone, while nobody is signed in to send it', () => {
    const signedOut: SaveFacts = { ...offline, signedOut: true, unacknowledged: true }

    expect(saveState(signedOut)).toBe('signed-out')
    expect(saveState({ ...signedOut, store: 'refused' })).toBe('signed-out-not-saved')
    expect(saveState({ ...signedOut, unacknowledged: false })).toBe('saved-at-school')
  })

  it('does not wait for what was under way when one was signed out', () => {
    const underWay: SaveFacts = { ...online, signedOut: true, savedFrames: 2, unacknowledged: true }

    expect(saveState(underWay)).toBe('signed-out')
  })

  it('is never better than the facts, whatever they are', () => {
    const yesNo = [true, false]
    const stores = ['stored', 'storing', 'refused', 'full'] as const
    const all = yesNo.flatMap((connecting) =>
      yesNo.flatMap((carried) =>
        yesNo.flatMap((unacknowledged) =>
          stores.flatMap((store) =>
            [0, 1, 2].map((savedFrames): SaveFacts => {
              const common = { loaded: true, sentFrames: 2, savedFrames }
              return { ...common, connecting, carried, unacknowledged, signedOut: false, store }
            }),
          ),
        ),
      ),
    )

    for (const facts of all) {
      const isAtSchool = facts.carried ? facts.savedFrames >= 2 : !facts.unacknowledged
      const word = saveState(facts)
      if (word === 'saved-at-school') expect([isAtSchool, facts]).toEqual([true, facts])
      if (word === 'saved-on-device' || word === 'connecting') expect(facts.store).toBe('stored')
      const isNowhere =
        !facts.carried && !isAtSchool && !['stored', 'storing'].includes(facts.store)
      expect([word === 'not-saved', facts]).toEqual([isNowhere, facts])
    }
    expect(all).toHaveLength(96)
  })
})
