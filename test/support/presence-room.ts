/** Presence with people in it whose clients the test drives; time is the test's as well. */
import * as decoding from 'lib0/decoding'
import { vi } from 'vitest'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { Presence, type Present } from '../../server/sync/presence.ts'
import { AWARENESS_INTERVAL_MS } from '../../shared/protocol/limits.ts'
import { passFor } from './sync-harness.ts'

/** @param mayBe may (now) a person of this name go by an id? Fake timers must be on. */
export function presenceRoom(mayBe: (name: string) => boolean = () => true) {
  const present = new Set<Present>()
  const announced: number[] = []
  const presence = new Presence<Present>({
    everyone: () => present,
    mayBe: ({ pass }) => mayBe(pass.name),
    announce: (_from, clientId) => announced.push(clientId),
  })
  const join = (
    name: string,
    own = new Awareness(new Y.Doc()),
    role: 'teacher' | 'guest' = 'teacher',
  ) => {
    const frames: Uint8Array[] = []
    const view = new Awareness(new Y.Doc())
    let isSlow = false
    const me: Present = {
      pass: passFor(name, role),
      showPresence(frame) {
        if (isSlow) return false
        frames.push(frame)
        applyAwarenessUpdate(view, payload(frame), 'server')
        return true
      },
    }
    present.add(me)
    const receive = (update: Uint8Array) => presence.receive(me, update)
    const clock = () => own.meta.get(own.clientID)?.clock ?? 0
    return {
      awareness: own,
      frames,
      clock,
      says(state: Record<string, unknown>) {
        own.setLocalState(state)
        return receive(encodeAwarenessUpdate(own, [own.clientID]))
      },
      speaksFor(
        other: { readonly awareness: Awareness },
        state: Record<string, unknown> | null,
        atClock: number,
      ) {
        const forged = new Awareness(new Y.Doc())
        const { clientID } = other.awareness
        forged.meta.set(clientID, { clock: atClock, lastUpdated: 0 })
        const states = new Map(state ? [[clientID, state]] : [])
        const update = encodeAwarenessUpdate(forged, [clientID], states)
        forged.destroy()
        return receive(update)
      },
      /** Takes nothing, or takes again what it is sent. */
      isSlow(now: boolean) {
        isSlow = now
      },
      hears: (frame: Uint8Array) => me.showPresence(frame),
      leaves() {
        present.delete(me)
        presence.leave(me)
      },
      sees: (other: { readonly awareness: Awareness }) =>
        view.getStates().get(other.awareness.clientID),
    }
  }
  return { presence, join, announced, tell: () => vi.advanceTimersByTime(AWARENESS_INTERVAL_MS) }
}

/** What an awareness frame holds after its type. */
export function payload(frame: Uint8Array): Uint8Array {
  const decoder = decoding.createDecoder(frame)
  decoding.readVarUint(decoder)
  return decoding.readVarUint8Array(decoder)
}
