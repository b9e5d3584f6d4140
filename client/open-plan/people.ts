/**
 * Who is here and where: presence (Yjs awareness) as typed, checked data.
 *
 * Name and colour come from the server, which overwrites what a client claims;
 * everything is checked again here, for a stock client may send anything. Told at
 * most once a frame. A person is calm when their caret has not moved for a
 * minute: awareness itself cannot say so, it is renewed every 15 s.
 */
import type { Awareness } from 'y-protocols/awareness'
import { PERSON_COLOURS, type PersonColour } from '../../shared/access/person-colour.ts'
import { createObservable, type Observable } from './observable.ts'
import { onceAFrame } from './once-a-frame.ts'

/** One connection of someone else; a person with two tabs is here twice. */
export interface Person {
  readonly clientId: number
  /** null until the server has said who it is. */
  readonly userId: string | null
  readonly memberId: string | null
  readonly name: string
  readonly colour: PersonColour
  /** The caret in a text; positions as JSON of a Y.RelativePosition, not yet checked. */
  readonly caret: {
    readonly fieldId: string
    readonly anchor: unknown
    readonly head: unknown
  } | null
  /** Where in the plan they are. */
  readonly at: PersonAt
  /** No caret moved for a minute. */
  readonly isCalm: boolean
}

export interface PersonAt {
  readonly sectionId: string | null
  readonly fieldId: string | null
  readonly actionId: string | null
}

export interface People {
  readonly others: Observable<readonly Person[]>
  close(): void
}

/** The client ids of what y-protocols' 'change' tells. */
interface AwarenessChange {
  readonly added: readonly number[]
  readonly updated: readonly number[]
  readonly removed: readonly number[]
}

export const CALM_AFTER_MS = 60_000

export function createPeople(awareness: Awareness, nowMs: () => number = Date.now): People {
  const others = createObservable<readonly Person[]>([])
  const movedAtMs = new Map<number, { readonly caret: string; readonly ms: number }>()
  let calmTimer: ReturnType<typeof setTimeout> | undefined

  const read = () => {
    const now = nowMs()
    const people: Person[] = []
    for (const [clientId, state] of awareness.getStates()) {
      if (clientId === awareness.clientID) continue
      const caret = JSON.stringify([state['caret'], state['at']])
      const known = movedAtMs.get(clientId)
      const ms = known?.caret === caret ? known.ms : now
      movedAtMs.set(clientId, { caret, ms })
      people.push(readPerson(clientId, state, now - ms >= CALM_AFTER_MS))
    }
    for (const clientId of movedAtMs.keys()) {
      if (!awareness.getStates().has(clientId)) movedAtMs.delete(clientId)
    }
    if (JSON.stringify(people) !== JSON.stringify(others.get())) others.set(people)
    awaitCalm(people, now)
  }
  const awaitCalm = (people: readonly Person[], now: number) => {
    clearTimeout(calmTimer)
    const waits = people
      .filter(({ isCalm }) => !isCalm)
      .map(({ clientId }) => CALM_AFTER_MS - (now - (movedAtMs.get(clientId)?.ms ?? now)))
    if (waits.length > 0) calmTimer = setTimeout(read, Math.max(Math.min(...waits), 0) + 10)
  }
  const readSoon = onceAFrame(read)
  // My own caret moves with every key, and is none of the others.
  const onChange = (changed: AwarenessChange) => {
    if (
      Object.values(changed)
        .flat()
        .some((clientId) => clientId !== awareness.clientID)
    ) {
      readSoon.run()
    }
  }
  awareness.on('change', onChange)
  read()

  return {
    others,
    close() {
      awareness.off('change', onChange)
      readSoon.cancel()
      clearTimeout(calmTimer)
    },
  }
}

function readPerson(clientId: number, state: Record<string, unknown>, isCalm: boolean): Person {
  const user = asRecord(state['user'])
  const caret = asRecord(state['caret'])
  const at = asRecord(state['at'])
  return {
    clientId,
    userId: asText(user['userId']),
    memberId: asText(user['memberId']),
    name: asText(user['name']) ?? '?',
    colour: PERSON_COLOURS.find((colour) => colour === user['colour']) ?? 1,
    caret:
      typeof caret['field'] === 'string'
        ? { fieldId: caret['field'], anchor: caret['anchor'], head: caret['head'] }
        : null,
    at: {
      sectionId: asText(at['sectionId']),
      fieldId: asText(at['fieldId']),
      actionId: asText(at['actionId']),
    },
    isCalm,
  }
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

function asText(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value.slice(0, 200) : null
}
