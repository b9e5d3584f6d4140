/**
 * The door that changes from elsewhere come in by: shut while someone composes.
 *
 * A change in the text node under composition (dead keys, IME, phone keyboards)
 * doubles the composed text, in every ProseMirror binding. So incoming updates
 * wait while an editor is composing and come in together, 60 ms after it ended.
 * Undo waits for the same reason.
 *
 * A phone's keyboard composes for as long as the caret stands at a word. So after
 * 2 s in which a composition gave no sign it is ended in its editor before anything
 * comes in: what it has written stays, and the keyboard begins anew. The price: who
 * thinks longer than that over a choice of signs, while a colleague writes, gets
 * what stands there.
 */
import * as Y from 'yjs'

export interface IncomingDoor {
  /** Applies the update now or when nobody composes. `applied` is called after it. */
  receive(update: Uint8Array, origin: unknown, applied?: () => void): void
  /** A composition began or went on in this editor. `end` ends it there, keeping what it wrote. */
  composing(editor: object, end: () => void): void
  /** It ended, or its editor is gone. */
  composed(editor: object): void
  /**
   * Does something in the document now, or when nobody composes.
   *
   * @returns stop: it is not done any more.
   */
  whenOpen(work: () => void): () => void
  /** `listen` is called before anything comes in, or is done by `whenOpen`. @returns stop */
  beforeChanges(listen: () => void): () => void
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
  /** Those who compose, and what comes when they give no sign. */
  const composers = new Map<object, ReturnType<typeof setTimeout>>()
  /** Of those the ones that gave none for long, and how each is ended. */
  const silent = new Map<object, () => void>()
  const work = new Set<() => void>()
  const listeners = new Set<() => void>()
  let waiting: Waiting[] = []

  const wakeAfter = (editor: object, ms: number, then: () => void) => {
    clearTimeout(composers.get(editor))
    silent.delete(editor)
    composers.set(editor, setTimeout(then, ms))
  }
  const forgetSoon = (editor: object) =>
    wakeAfter(editor, OPEN_AFTER_END_MS, () => {
      composers.delete(editor)
      letInIfOpen()
    })
  const letInIfOpen = () => {
    if (waiting.length === 0 && work.size === 0) return
    for (const [editor, end] of Array.from(silent)) {
      forgetSoon(editor)
      end()
    }
    if (composers.size === 0) letIn()
  }
  const letIn = () => {
    for (const listen of Array.from(listeners)) listen()
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
      letInIfOpen()
    },
    composing(editor, end) {
      wakeAfter(editor, OPEN_AFTER_SILENCE_MS, () => {
        silent.set(editor, end)
        letInIfOpen()
      })
    },
    composed(editor) {
      if (composers.has(editor)) forgetSoon(editor)
    },
    whenOpen(each) {
      // Wrapped, so that one function given twice is done twice.
      const own = () => each()
      work.add(own)
      letInIfOpen()
      return () => void work.delete(own)
    },
    beforeChanges(listen) {
      // Wrapped, so that one function given twice is called twice.
      const own = () => listen()
      listeners.add(own)
      return () => void listeners.delete(own)
    },
    hasWaiting: () => waiting.length > 0,
    close() {
      work.clear()
      for (const timer of composers.values()) clearTimeout(timer)
      composers.clear()
      silent.clear()
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
