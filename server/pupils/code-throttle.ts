/**
 * How often six letters may be guessed, without a class ever waiting.
 *
 * A class comes from one address within a minute, and mistypes; somebody who guesses
 * comes from one address too, or from thousands. So only wrong codes are counted: of
 * an address, and of the whole world. When there were too many, letters open a door
 * only where the door is known: where its teacher showed it, or somebody has come in by
 * it. There the class has a wider count of its own. The door's link, which the QR code
 * holds, cannot be guessed and is not counted: however many guess, it opens.
 *
 * A wrong code and a right one that may not be answered now are refused alike. In this
 * program's memory: after a restart everybody begins anew. The figures: adr/0026.
 */
import { Failure } from '../../shared/failure.ts'
import type { PupilDoorId } from '../../shared/ids.ts'
import { addressKey } from '../sign-in/address-key.ts'
import { createCounter } from '../sign-in/counter.ts'

const QUARTER_MS = 15 * 60 * 1000
/** Wrong codes of one address, where a door is not known. */
const MAX_OF_STRANGER = 30
/** Wrong codes of one address, where it is: ten classes that each mistype once. */
const MAX_OF_CLASS = 300
const HOUR_MS = 60 * 60 * 1000
/** Wrong codes of all addresses where no door is known. */
const MAX_OF_WORLD = 120
/** Doors and the places where they are known. */
const MAX_KNOWN = 20_000

export type CodeThrottle = ReturnType<typeof createCodeThrottle>

export function createCodeThrottle(nowMs: () => number) {
  const stranger = createCounter({ limit: MAX_OF_STRANGER, windowMs: QUARTER_MS, nowMs })
  const classroom = createCounter({ limit: MAX_OF_CLASS, windowMs: QUARTER_MS, nowMs })
  const world = createCounter({ limit: MAX_OF_WORLD, windowMs: HOUR_MS, nowMs })
  const known = new Set<string>()
  const knownPlaces = new Set<string>()

  return {
    /**
     * May the door that these letters found be told of?
     *
     * @param doorId null: they found none.
     * @throws Failure 'link-not-valid', or 'too-many-requests', for every wrong code.
     */
    judge(doorId: PupilDoorId | null, address: string): void {
      const place = addressKey(address)
      const isKnown = doorId !== null && known.has(`${doorId} ${place}`)
      if (isKnown && !classroom.isFull(place)) return
      const isFull = isKnown || stranger.isFull(place) || world.isFull('')
      if (doorId !== null && !isFull) return
      if (doorId === null) {
        stranger.take(place)
        classroom.take(place)
        if (!knownPlaces.has(place)) world.take('')
      }
      if (isFull) throw new Failure('too-many-requests', 'letters of a door')
      throw new Failure('link-not-valid', 'letters of a door', { told: { field: 'code' } })
    },

    /** The door is in use there. */
    know(doorId: PupilDoorId, address: string): void {
      const place = addressKey(address)
      remember(known, `${doorId} ${place}`)
      remember(knownPlaces, place)
    },
  }
}

/** Latest last, so that the oldest is let go. */
function remember(set: Set<string>, key: string): void {
  set.delete(key)
  set.add(key)
  if (set.size > MAX_KNOWN) set.delete(set.keys().next().value ?? '')
}
