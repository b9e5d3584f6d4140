/**
 * Somebody who edits one text as the editor does, and the identity of every letter in it.
 *
 * ProseMirror transactions go into the Y.XmlFragment by y-prosemirror's own `updateYFragment`,
 * without a view, so that ten thousand sequences take seconds. Letters keep their label
 * wherever the person takes them: through splits, headings, lists, cut and paste, undo. That is
 * told by ProseMirror's mapping and not by Yjs, in which such a letter is often a new one.
 */
import { getSchema } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { EditorState, type Transaction } from '@tiptap/pm/state'
import { initProseMirrorDoc, updateYFragment, ySyncPluginKey } from 'y-prosemirror'
import * as Y from 'yjs'
import { flatText } from '../../shared/discuss/flat-text.ts'
import { textExtensions } from '../../client/text/text-extensions.ts'

export const SCHEMA = getSchema(textExtensions(() => ''))

/** What every peer knows of letters: by Yjs client and clock. */
export class Letters {
  readonly #labels = new Map<string, number>()
  readonly #firstLabels = new Map<string, number>()
  #last = 0

  fresh(): number {
    return ++this.#last
  }

  of(id: string): number | undefined {
    return this.#labels.get(id)
  }

  /** What this Yjs character was at first: the binding may use it for another letter later. */
  firstOf(id: string): number | undefined {
    return this.#firstLabels.get(id)
  }

  /** Goes up with every change of a label. */
  version = 0

  set(id: string, label: number): void {
    this.version += 1
    this.#labels.set(id, label)
    if (!this.#firstLabels.has(id)) this.#firstLabels.set(id, label)
  }

  /** What undo brought back is what it was. */
  followUndo(doc: Y.Doc): void {
    for (const structs of doc.store.clients.values()) {
      for (const item of structs) {
        if (!(item instanceof Y.Item) || item.redone === null) continue
        for (let at = 0; at < item.length; at++) {
          const old = `${item.id.client}:${item.id.clock + at}`
          const id = `${item.redone.client}:${item.redone.clock + at}`
          const [first, label] = [this.firstOf(old), this.of(old)]
          if (first === undefined || label === undefined || this.of(id) !== undefined) continue
          this.set(id, first)
          this.set(id, label)
        }
      }
    }
  }
}

export type LetteredPeer = ReturnType<typeof createLetteredPeer>

export function createLetteredPeer(doc: Y.Doc, fragment: Y.XmlFragment, letters: Letters) {
  const undo = new Y.UndoManager(fragment, {
    trackedOrigins: new Set([ySyncPluginKey]),
    captureTimeout: 0,
  })
  let binding = initProseMirrorDoc(fragment, SCHEMA)
  let state = EditorState.create({ doc: binding.doc })

  const ids = () => idsOf(fragment)
  const labels = () => ids().map((id) => letters.of(id) ?? 0)
  let reading: ReturnType<typeof readLabels> | null = null
  /** Letters that are new stand where these did. */
  const carryOver = (before: readonly number[]) => {
    const now = ids()
    now.forEach((id, index) => {
      if (letters.of(id) !== undefined) return
      letters.set(id, (now.length === before.length && before[index]) || letters.fresh())
    })
  }
  /** The editor anew, after something that did not come from it. */
  const reopen = () => {
    reading = null
    const before = labels()
    binding = initProseMirrorDoc(fragment, SCHEMA)
    state = EditorState.create({ doc: binding.doc })
    carryOver(before)
  }
  reopen()

  return {
    doc,
    fragment,
    letters,
    labels,
    /** The text as it is, read once after each change. */
    reading() {
      if (reading?.version !== letters.version) reading = readLabels(fragment, letters)
      return reading
    },
    get state() {
      return state
    },
    /** @param pasted labels of the letters that the transaction brings from elsewhere. */
    dispatch(transaction: Transaction, pasted: readonly number[] = []) {
      reading = null
      const before = labels()
      const places = lettersOf(state.doc)
      state = state.apply(transaction)
      const labelAt = new Map<number, number>()
      places.forEach((place, index) => {
        const from = transaction.mapping.map(place, 1)
        const isKept = transaction.mapping.map(place + 1, -1) - from === 1
        if (isKept) labelAt.set(from, before[index] ?? 0)
      })
      updateYFragment(doc, fragment, state.doc, binding.meta)
      const now = ids()
      const rest = [...pasted]
      lettersOf(state.doc).forEach((place, index) => {
        letters.set(now[index] ?? '', labelAt.get(place) ?? rest.shift() ?? letters.fresh())
      })
    },
    receive(update: Uint8Array) {
      Y.applyUpdate(doc, update, 'remote')
      reopen()
    },
    /** A change made by another program than the editor. */
    write(change: () => void) {
      doc.transact(change, 'plain')
      reopen()
    },
    undo(isRedo: boolean) {
      if (isRedo) undo.redo()
      else undo.undo()
      letters.followUndo(doc)
      reopen()
    },
    end: () => undo.destroy(),
  }
}

/** Of every letter of the text, in order; line ends have none. */
function idsOf(fragment: Y.XmlFragment): string[] {
  return flatText(fragment).runs.flatMap(({ type }) => {
    const ids: string[] = []
    // oxlint-disable-next-line no-underscore-dangle -- the only way to its items
    for (let item = type._start; item !== null; item = item.right) {
      if (item.deleted || !item.countable) continue
      for (let at = 0; at < item.length; at++) ids.push(`${item.id.client}:${item.id.clock + at}`)
    }
    return ids
  })
}

/** Where each letter stands in ProseMirror's count. */
export function lettersOf(doc: Node): number[] {
  const places: number[] = []
  doc.descendants((node, at) => {
    if (node.isText) for (let index = 0; index < node.nodeSize; index++) places.push(at + index)
  })
  return places
}

/** The labels of a range of the flat text; 0 for line ends. */
export function labelsIn(peer: LetteredPeer, from: number, to: number, isFirst = false): number[] {
  const { labels, firstLabels } = peer.reading()
  return (isFirst ? firstLabels : labels).slice(Math.max(0, from), to)
}

/** Of every character of the flat text. */
function readLabels(fragment: Y.XmlFragment, letters: Letters) {
  const flat = flatText(fragment)
  const labels = Array.from({ length: flat.words.length }, () => 0)
  const firstLabels = [...labels]
  const ids = idsOf(fragment)
  let index = 0
  for (const run of flat.runs) {
    for (let at = run.from; at < run.to; at++) {
      const id = ids[index++] ?? ''
      labels[at] = letters.of(id) ?? 0
      firstLabels[at] = letters.firstOf(id) ?? 0
    }
  }
  return { flat, labels, firstLabels, version: letters.version }
}
