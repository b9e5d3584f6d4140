/**
 * What people do to a text, drawn at random: typing, deleting, splitting, headings, lists, marks,
 * cut and paste, undo, two of them at once.
 */
import {
  joinBackward,
  lift,
  setBlockType,
  splitBlock,
  toggleMark,
  wrapIn,
} from '@tiptap/pm/commands'
import { Slice } from '@tiptap/pm/model'
import { wrapInList } from '@tiptap/pm/schema-list'
import { type Command, TextSelection, type Transaction } from '@tiptap/pm/state'
import * as fc from 'fast-check'
import * as Y from 'yjs'
import { flatText } from '../../shared/discuss/flat-text.ts'
import { type LetteredPeer, lettersOf, SCHEMA } from './lettered-peer.ts'

const place = fc.integer({ min: 0, max: 100 })
const peer = fc.nat(1)
const some = { peer, at: place, length: fc.oneof(fc.integer({ min: 1, max: 8 }), place) }

/** Words that read like those that threads are on come often. */
const words = fc.constantFrom(
  'x',
  'ny ',
  'Norge er fint',
  'fint',
  ' er ',
  'Frist: 1. juni',
  '. ',
  '👩‍🏫',
  'e\u0301',
)

const one = <Name extends string>(weight: number, name: Name) => ({
  weight,
  arbitrary: fc.record({ do: fc.constant(name), ...some }),
})

export const edit = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('type' as const), ...some, words }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('replace' as const), ...some, words }) },
  one(6, 'delete'),
  one(4, 'split'),
  one(3, 'join'),
  one(3, 'heading'),
  one(2, 'list'),
  one(1, 'quote'),
  one(2, 'lift'),
  one(2, 'bold'),
  one(1, 'break'),
  { weight: 3, arbitrary: fc.record({ do: fc.constant('copy' as const), ...some, to: place }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('move' as const), ...some, to: place }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('plain' as const), ...some, words }) },
  one(3, 'undo'),
  one(1, 'redo'),
  one(5, 'deliver'),
)

export type Edit = typeof edit extends fc.Arbitrary<infer Each> ? Each : never

/** Makes one edit; `deliver` is the caller's. */
export function makeEdit(by: LetteredPeer, step: Edit): void {
  const places = lettersOf(by.state.doc)
  const spot = (share: number) => places[Math.floor((share / 101) * places.length)] ?? 0
  const from = spot(step.at)
  const to = places[places.indexOf(from) + step.length] ?? (places.at(-1) ?? 0) + 1
  const range = { from: Math.min(from, by.state.doc.content.size), to: Math.max(from, to) }
  switch (step.do) {
    case 'type':
      return by.dispatch(typed(by, step.words, range.from, range.from))
    case 'replace':
      return by.dispatch(typed(by, step.words, range.from, range.to))
    case 'delete':
      return by.dispatch(by.state.tr.deleteRange(range.from, range.to))
    case 'split':
      return command(by, splitBlock, range.from)
    case 'join':
      return command(by, joinBackward, by.state.doc.resolve(range.from).start())
    case 'heading':
      return command(by, toggleHeading(by, range.from), range.from, range.to)
    case 'list':
      return command(by, wrapInList(node('bulletList')), range.from, range.to)
    case 'quote':
      return command(by, wrapIn(node('blockquote')), range.from, range.to)
    case 'lift':
      return command(by, lift, range.from)
    case 'bold':
      return command(by, toggleMark(SCHEMA.marks['bold']!), range.from, range.to)
    case 'break':
      return by.dispatch(by.state.tr.insert(range.from, node('hardBreak').create()))
    case 'copy':
    case 'move':
      return paste(by, range, spot(step.to), step.do === 'move')
    case 'plain':
      return by.write(() => writePlainly(by, step.at, step.length, step.words))
    case 'undo':
    case 'redo':
      return by.undo(step.do === 'redo')
    case 'deliver':
  }
}

const node = (name: string) => SCHEMA.nodes[name]!

function typed(by: LetteredPeer, words: string, from: number, to: number): Transaction {
  const { tr } = by.state
  const isInLine = by.state.doc.resolve(from).parent.isTextblock
  return isInLine ? tr.insertText(words, from, to) : tr
}

function command(by: LetteredPeer, run: Command, anchor: number, head = anchor): void {
  const { doc, tr } = by.state
  const within = (at: number) => doc.resolve(Math.min(at, doc.content.size))
  const selection = TextSelection.between(within(anchor), within(head))
  run(by.state.apply(tr.setSelection(selection)), (transaction) => {
    // Of a state that differs by its selection only.
    const own = by.state.tr
    for (const step of transaction.steps) own.step(step)
    by.dispatch(own)
  })
}

function toggleHeading(by: LetteredPeer, at: number): Command {
  const isHeading = by.state.doc.resolve(at).parent.type === node('heading')
  return isHeading ? setBlockType(node('paragraph')) : setBlockType(node('heading'), { level: 3 })
}

/** Two transactions, as cut and paste are. */
function paste(by: LetteredPeer, range: { from: number; to: number }, at: number, isCut: boolean) {
  const slice = by.state.doc.slice(range.from, range.to)
  const first = lettersOf(by.state.doc).filter((place) => place < range.from).length
  const count = lettersOf(by.state.doc.copy(slice.content)).length
  const labels = by.labels().slice(first, first + count)
  const cut = by.state.tr.deleteRange(range.from, range.to)
  if (isCut) by.dispatch(cut)
  const target = isCut ? cut.mapping.map(at) : at
  const pasted = by.state.tr.replaceRange(
    target,
    target,
    new Slice(slice.content, slice.openStart, slice.openEnd),
  )
  by.dispatch(pasted, labels)
}

/** In one Y.XmlText, as any program on Yjs may. */
function writePlainly(by: LetteredPeer, at: number, length: number, words: string): void {
  const { runs } = flatText(by.fragment)
  const run = runs[Math.floor((at / 101) * runs.length)]
  if (!run) return
  const { type } = run
  const index = Math.floor((length / 101) * type.length)
  if (length % 2 === 0) type.delete(index, Math.min(3, type.length - index))
  else type.insert(index, words, type instanceof Y.XmlText ? {} : undefined)
}
