/**
 * Threads on a text that two people edit, and the judge of where they are found: by the identity
 * of letters (lettered-peer.ts), which the code under test knows nothing of.
 */
import { fromBase64 } from 'lib0/buffer'
import { expect } from 'vitest'
import * as Y from 'yjs'
import { type Anchor, CONTEXT_LENGTH } from '../../shared/discuss/anchor.ts'
import { contextOf } from '../../shared/discuss/context-score.ts'
import { flatText } from '../../shared/discuss/flat-text.ts'
import { makeAnchor } from '../../shared/discuss/make-anchor.ts'
import type { resolveAnchor } from '../../shared/discuss/resolve-anchor.ts'
import { textNodes } from '../../shared/plan/write-text.ts'
import type { RichText } from '../../shared/text/rich-text.ts'
import { createLetteredPeer, labelsIn, type LetteredPeer, Letters } from './lettered-peer.ts'
import { type Edit, makeEdit } from './text-edits.ts'

export type Resolve = typeof resolveAnchor

type Context = Pick<Anchor, 'before' | 'after'>

interface Followed {
  readonly anchor: Anchor
  /** Of the words that it is on, in order; 0 for a line end. */
  readonly own: readonly number[]
  /**
   * The same characters as Yjs knows them: of two equal words side by side the binding may keep
   * the other one, and then they are other letters by now.
   */
  readonly ownInYjs: readonly number[]
  /** Of what stood round them. */
  readonly before: readonly number[]
  readonly after: readonly number[]
}

/** Letters next to words within which their old neighbours tell that they stand where they stood. */
const NEAR = 8

export interface Tally {
  position: number
  quote: number
  orphans: number
}

/**
 * Twins with much in common round them, though less than what proves a place (24 characters),
 * lists of the same lines, and words of their own.
 */
const START: RichText = [
  line('Alt vi gjør henger sammen.'),
  line('Vi sier at Norge er fint om vinteren. Da er det kaldt.'),
  line('De vet at Norge er fint om høsten, men ikke alltid.'),
  {
    type: 'bulletList',
    items: ['Frist: 1. juni', 'Frist: 1. juni', 'Ansvar: rektor'].map((words) => [line(words)]),
  },
  line('Norge er fint'),
]

function line(words: string) {
  return { type: 'paragraph', content: [{ type: 'text', text: words, marks: [] }] } as const
}

export interface Sequence {
  /** Where threads begin: shares of the text, lengths in letters, and after how many edits. */
  readonly threads: readonly {
    readonly at: number
    readonly length: number
    readonly after: number
  }[]
  readonly edits: readonly Edit[]
}

/** Plays it and judges every thread at both people after every edit. */
export function follow({ threads, edits }: Sequence, resolve: Resolve, tally?: Tally): void {
  const letters = new Letters()
  const seed = new Y.Doc()
  seed.clientID = 1000
  seed.getXmlFragment('text:a.b').insert(0, textNodes(START))
  const inboxes: Uint8Array[][] = [[], []]
  const peers = inboxes.map((_inbox, index) => {
    const doc = new Y.Doc()
    doc.clientID = index + 1
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(seed), 'remote')
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'remote') inboxes[1 - index]?.push(update)
    })
    return createLetteredPeer(doc, doc.getXmlFragment('text:a.b'), letters)
  })
  const deliver = (to: number) => {
    for (const update of inboxes[to]?.splice(0) ?? []) peers[to]?.receive(update)
  }
  const followed: Followed[] = []
  const judgeAll = () => {
    for (const peer of peers) for (const each of followed) judge(peer, each, resolve, tally)
  }
  const begin = (after: number) => {
    for (const thread of threads)
      if (thread.after === after) followed.push(...start(peers[0]!, thread))
  }

  begin(0)
  edits.forEach((step, index) => {
    if (step.do === 'deliver') deliver(step.peer)
    else makeEdit(peers[step.peer]!, step)
    judgeAll()
    begin(index + 1)
  })
  deliver(0)
  deliver(1)
  deliver(0)
  judgeAll()
  for (const peer of peers) peer.end()
}

function start(peer: LetteredPeer, { at, length }: { at: number; length: number }): Followed[] {
  const { words } = flatText(peer.fragment)
  const from = Math.floor((at / 101) * words.length)
  const anchor = makeAnchor(peer.fragment, { from, to: from + length })
  if (!anchor) return []
  const [begin, end] = [words.indexOf(anchor.quote, Math.max(0, from - 1)), anchor.quote.length]
  return [
    {
      anchor,
      own: labelsIn(peer, begin, begin + end),
      ownInYjs: labelsIn(peer, begin, begin + end, true),
      before: labelsIn(peer, begin - 24, begin),
      after: labelsIn(peer, begin + end, begin + end + 24),
    },
  ]
}

function judge(peer: LetteredPeer, followed: Followed, resolve: Resolve, tally?: Tally): void {
  const { anchor, own, ownInYjs } = followed
  // Nobody is told of a thread on words that they have not got.
  if (!hasArrived(peer.doc, anchor.from) || !hasArrived(peer.doc, anchor.to)) return
  const { flat } = peer.reading()
  const { words } = flat
  const found = resolve(peer.fragment, anchor, flat)
  if (!found) {
    if (tally) tally.orphans += 1
    return expectLost(peer, words, anchor, own)
  }
  const said = words.slice(found.from, found.to)
  const labels = labelsIn(peer, found.from, found.to)
  const kept = labels.filter((label) => label !== 0 && own.includes(label)).length
  if (tally) tally[found.by] += 1
  if (found.by === 'quote') expect(said).toBe(anchor.quote)
  expect(said).toMatch(/\S/)
  if (kept > 0) return
  const sameInYjs = labelsIn(peer, found.from, found.to, true).filter((label) =>
    ownInYjs.includes(label),
  )
  if (found.by === 'position' && sameInYjs.length > 0) return
  // Other letters: then the very same words, standing where they stood, or where a whole side of
  // what stood round them reads the same: whose letters those are no reader sees.
  const isInPlace =
    isAnyOf(labelsIn(peer, found.from - NEAR, found.from), followed.before) ||
    isAnyOf(labelsIn(peer, found.to, found.to + NEAR), followed.after) ||
    readsAsBefore(contextOf(words, found), anchor)
  const { before, after, rival } = anchor
  const facts = { by: found.by, before, after, rival, at: found.from, words }
  expect({ said, isInPlace, ...facts }).toEqual({ said: anchor.quote, isInPlace: true, ...facts })
}

function readsAsBefore(now: Context, { before, after }: Context): boolean {
  return (
    (before.length === CONTEXT_LENGTH && now.before === before) ||
    (after.length === CONTEXT_LENGTH && now.after === after)
  )
}

function isAnyOf(labels: readonly number[], old: readonly number[]): boolean {
  return labels.some((label) => label !== 0 && old.includes(label))
}

function hasArrived({ store }: Y.Doc, position: string): boolean {
  const id = Y.decodeRelativePosition(fromBase64(position)).item
  return id !== null && id.clock < Y.getState(store, id.client)
}

/** Nothing is given up that stands there untouched, and reads as it did. */
function expectLost(
  peer: LetteredPeer,
  words: string,
  anchor: Anchor,
  own: readonly number[],
): void {
  const isOnlyOne = anchor.rival === undefined && words.split(anchor.quote).length === 2
  if (!isOnlyOne) return
  const from = words.indexOf(anchor.quote)
  const isOwn = labelsIn(peer, from, from + anchor.quote.length).every(
    (label, at) => label === own[at],
  )
  const { before, after } = contextOf(words, { from, to: from + anchor.quote.length })
  const isUntouched = isOwn && before === anchor.before && after === anchor.after
  expect({ quote: anchor.quote, words, isUntouched }).toMatchObject({ isUntouched: false })
}
