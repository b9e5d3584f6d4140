/**
 * Threads on a text that two people edit, and the judge of where they are found: by the identity
 * of letters (lettered-peer.ts), which the code under test knows nothing of.
 */
import { expect } from 'vitest'
import * as Y from 'yjs'
import type { Anchor } from '../../shared/discuss/anchor.ts'
import { flatText } from '../../shared/discuss/flat-text.ts'
import { makeAnchor } from '../../shared/discuss/make-anchor.ts'
import type { resolveAnchor } from '../../shared/discuss/resolve-anchor.ts'
import { textNodes } from '../../shared/plan/write-text.ts'
import type { RichText } from '../../shared/text/rich-text.ts'
import { createLetteredPeer, labelsIn, type LetteredPeer, Letters } from './lettered-peer.ts'
import { type Edit, makeEdit } from './text-edits.ts'

export type Resolve = typeof resolveAnchor

interface Followed {
  readonly anchor: Anchor
  /** Of the words that it is on, in order; 0 for a line end. */
  readonly own: readonly number[]
  /** Of what stood round them. */
  readonly context: ReadonlySet<number>
}

export interface Tally {
  position: number
  quote: number
  orphans: number
}

/** Twins with much in common round them, lists of the same lines, and words of their own. */
const START: RichText = [
  line('Alt vi gjør henger sammen.'),
  line('Vi sier at Norge er fint om vinteren. Da er det kaldt.'),
  line('De sier at Norge er fint om vinteren, men ikke alltid.'),
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
  const context = [
    ...labelsIn(peer, begin - 24, begin),
    ...labelsIn(peer, begin + end, begin + end + 24),
  ]
  return [
    {
      anchor,
      own: labelsIn(peer, begin, begin + end),
      context: new Set(context.filter((label) => label !== 0)),
    },
  ]
}

function judge(
  peer: LetteredPeer,
  { anchor, own, context }: Followed,
  resolve: Resolve,
  tally?: Tally,
) {
  const { words } = flatText(peer.fragment)
  const found = resolve(peer.fragment, anchor)
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
  // Other letters: then the very same words, standing where they stood.
  const beside = [
    ...labelsIn(peer, found.from - 2, found.from),
    ...labelsIn(peer, found.to, found.to + 2),
  ]
  const isInPlace = beside.some((label) => context.has(label))
  expect({ said, isInPlace, words }).toEqual({ said: anchor.quote, isInPlace: true, words })
}

/** Nothing is given up that stands there untouched, and reads as it did. */
function expectLost(
  peer: LetteredPeer,
  words: string,
  anchor: Anchor,
  own: readonly number[],
): void {
  const isOnlyOne = words.split(anchor.quote).length === 2
  if (!isOnlyOne) return
  const from = words.indexOf(anchor.quote)
  const isOwn = labelsIn(peer, from, from + anchor.quote.length).every(
    (label, at) => label === own[at],
  )
  const around =
    words.slice(Math.max(0, from - 8), from) + words.slice(from + anchor.quote.length).slice(0, 8)
  const isUntouched = isOwn && around === anchor.before.slice(-8) + anchor.after.slice(0, 8)
  expect({ quote: anchor.quote, words, isUntouched }).toMatchObject({ isUntouched: false })
}
