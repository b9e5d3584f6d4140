/**
 * What this device is known to have kept of a plan, noted where it survives when the
 * browser clears the plan's database but not the notes (a database gone bad, cleared by
 * hand). A browser that clears everything clears these too: then nobody can know.
 *
 * One note says that a copy was kept; one for each window says that it had words which
 * the school had not acknowledged, as the database itself notes it.
 */
import type { PlanDatabase, UnsentNote } from './plan-database.ts'

/**
 * The copy that was kept is gone. 'unsent': words that the school had not acknowledged were in it.
 */
export type LostCopy = 'sent' | 'unsent'

export interface KeptNotes {
  /** What must have been in a database that is found empty; null when nothing was ever kept. */
  lost(): LostCopy | null
}

const PREFIX = 'samplan.kept.'
const UNSENT = '/unsent/'

/** The same database; what is written to it is noted, and what was lost from it is known. */
export function withKeptNotes(
  name: string,
  database: PlanDatabase,
  notes: Storage | null = storage(),
): PlanDatabase & KeptNotes {
  const unsentKey = (window: string) => `${PREFIX}${name}${UNSENT}${window}`
  const unsentKeys = () => keysOf(notes, unsentKey(''))
  let ofLost: readonly string[] = []

  const note = (set: readonly UnsentNote[], clear: readonly UnsentNote[]) => {
    put(notes, PREFIX + name, '')
    for (const key of ofLost) notes?.removeItem(key)
    ofLost = []
    for (const { window, token } of set) put(notes, unsentKey(window), String(token))
    for (const { window, token } of clear) {
      const key = unsentKey(window)
      if (notes?.getItem(key) === String(token)) notes.removeItem(key)
    }
  }

  return {
    ...database,
    async write(batch) {
      const written = await database.write(batch)
      if (written !== null) note(batch.unsent.set, batch.unsent.clear)
      return written
    },
    async setAside(copy, epoch) {
      await database.setAside(copy, epoch)
      for (const key of unsentKeys()) notes?.removeItem(key)
    },
    lost() {
      if ((notes?.getItem(PREFIX + name) ?? null) === null) return null
      ofLost = unsentKeys()
      return ofLost.length > 0 ? 'unsent' : 'sent'
    },
  }
}

/** Of all databases whose name begins so: after they were removed on purpose. */
export function forgetKept(namePrefix: string, notes: Storage | null = storage()): void {
  for (const key of keysOf(notes, PREFIX + namePrefix)) notes?.removeItem(key)
}

function keysOf(notes: Storage | null, prefix: string): readonly string[] {
  return notes ? Object.keys(notes).filter((key) => key.startsWith(prefix)) : []
}

function put(notes: Storage | null, key: string, value: string): void {
  try {
    notes?.setItem(key, value)
  } catch {
    // Full: then a loss will not be known.
  }
}

/** null: the browser refuses it. */
function storage(): Storage | null {
  try {
    return localStorage
  } catch {
    return null
  }
}
