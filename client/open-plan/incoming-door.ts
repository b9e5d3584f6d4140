/**
 * The door that changes from elsewhere come in by: shut while someone composes.
 *
 * A change in the text node under composition (dead keys, IME, phone keyboards)
 * doubles the composed text, in every ProseMirror binding. So incoming updates
 * wait while an editor is composing and come in together, 60 ms after it ended, or
 * after 2 s in which the composition gave no sign. Undo waits for the same reason.
 */
import * as Y from 'yjs'

export interface IncomingDoor {
  /** Applies the update now or when nobody composes. `applied` is called after it. */
  receive(update: Uint8Array, origin: unknown, applied?: () => void): void
  /** A composition began or went on in this editor. */
  composing(editor: object): void
  /** It ended, or its editor is gone. */
  composed(editor: object): void
  /** Does something in the document now, or when nobody composes. @returns stop: it is not done any more. */
  whenOpen(work: () => void): () => void
  /** Is there something that has arrived and is not in the document yet? */
  hasWaiting(): boolean
  close(): void
}

export const OPEN_AFTER_END_MS = 60
export const OPEN_AFTER_SILENCE_MS = 2000

interface Waiting {
  readonly update: Uint8Array
  readonly origin: unknown
  readonly applied: () => void
}

export function createIncomingDoor(doc: Y.Doc): IncomingDoor {
  const composers = new Map<object, ReturnType<typeof setTimeout>>()
  const work = new Set<() => void>()
  let waiting: Waiting[] = []

  const forget = (editor: object) => {
    clearTimeout(composers.get(editor))
    composers.delete(editor)
    if (composers.size === 0) letIn()
  }
  const forgetAfter = (editor: object, ms: number) => {
    clearTimeout(composers.get(editor))
    composers.set(
      editor,
      setTimeout(() => forget(editor), ms),
    )
  }
  const letIn = () => {
    const arrived = waiting
    waiting = []
    for (const group of byOrigin(arrived)) {
      const updates = group.map(({ update }) => update)
      Y.applyUpdate(doc, Y.mergeUpdates(updates), group[0]?.origin)
    }
    for (const { applied } of arrived) applied()
    for (const each of Array.from(work)) {
      work.delete(each)
      each()
    }
  }

  return {
    receive(update, origin, applied = () => undefined) {
      waiting.push({ update, origin, applied })
      if (composers.size === 0) letIn()
    },
    composing: (editor) => forgetAfter(editor, OPEN_AFTER_SILENCE_MS),
    composed(editor) {
      if (composers.has(editor)) forgetAfter(editor, OPEN_AFTER_END_MS)
    },
    whenOpen(each) {
      // Wrapped, so that one function given twice is done twice.
      const own = () => each()
      work.add(own)
      if (composers.size === 0) letIn()
      return () => void work.delete(own)
    },
    hasWaiting: () => waiting.length > 0,
    close() {
      work.clear()
      for (const timer of composers.values()) clearTimeout(timer)
      composers.clear()
      letIn()
    },
  }
}

/** Neighbours of the same origin together, in the order of arrival. */
function byOrigin(arrived: readonly Waiting[]): readonly Waiting[][] {
  const groups: Waiting[][] = []
  for (const each of arrived) {
    const last = groups.at(-1)
    if (last?.[0]?.origin === each.origin) last?.push(each)
    else groups.push([each])
  }
  return groups
}
