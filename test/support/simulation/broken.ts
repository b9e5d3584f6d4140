/** The ten things that always hold (I1-I10 of server/sync/SPEC.md), and how one says that it does not. */
export const INVARIANTS = {
  I1: 'what was called saved is on disk, and nothing else is called saved',
  I2: 'what was shown is on disk',
  I3: 'the log has no gap and never loses or changes a row',
  I4: 'when all is quiet everyone reads the same',
  I5: 'nothing waits in any document',
  I6: 'nothing of an honest person is refused',
  I7: 'an update is in the log as it was sent and whole, or not at all',
  I8: 'who may not write has changed nothing, who may not read is shown nothing',
  I9: 'presence shows those who are connected, as the server knows them',
  I10: 'who lost the connection loses no word',
} as const

export type InvariantId = keyof typeof INVARIANTS

/** @throws always. */
export function broken(id: InvariantId, what: string): never {
  throw new Error(`[${id}] ${INVARIANTS[id]}: ${what}`)
}
