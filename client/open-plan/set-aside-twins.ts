/**
 * Copies that are the same to the last byte that the plan's document knows: two tabs, or two
 * openings, met the same end. Told apart for the view only: no copy is ever let go for being
 * one of two.
 *
 * Not by what they say: a copy may hold changes that cannot be read yet. And one whose words
 * were put back is no twin of one whose words were not: what came of them may differ.
 */
import * as Y from 'yjs'
import type { SetAsideCopy } from './plan-database.ts'

/** Copies that are one thing to a person; the first stands for all. */
export type TwinCopies = readonly [SetAsideCopy, ...SetAsideCopy[]]

interface Group {
  readonly state: Uint8Array | null
  readonly twins: [SetAsideCopy, ...SetAsideCopy[]]
}

/** @returns every copy in exactly one group; groups and their copies in the order given. */
export function groupTwins(copies: readonly SetAsideCopy[]): readonly TwinCopies[] {
  const groups: Group[] = []
  for (const copy of copies) {
    // One alone has no twin, and its document need not be read.
    const state = copies.length > 1 ? stateOf(copy.update) : null
    const same = groups.find(
      (group) => isPutBack(group.twins[0]) === isPutBack(copy) && isEqual(group.state, state),
    )
    if (same) same.twins.push(copy)
    else groups.push({ state, twins: [copy] })
  }
  return groups.map(({ twins }) => twins)
}

function isPutBack(copy: SetAsideCopy): boolean {
  return copy.isPutBack === true
}

/** All that an update holds, also what is deleted or waits for what it follows, in one order. */
function stateOf(update: Uint8Array): Uint8Array {
  const doc = new Y.Doc({ gc: false })
  try {
    Y.applyUpdate(doc, update)
    return Y.encodeStateAsUpdate(doc)
  } catch {
    return update
  } finally {
    doc.destroy()
  }
}

function isEqual(a: Uint8Array | null, b: Uint8Array | null): boolean {
  if (!a || !b || a.byteLength !== b.byteLength) return false
  return a.every((byte, index) => byte === b[index])
}
