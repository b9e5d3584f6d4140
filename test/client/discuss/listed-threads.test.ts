import { describe, expect, it } from 'vitest'
import { countThreads, inTextOrder, wantedThreads } from '../../../client/discuss/listed-threads.ts'
import type { Spots } from '../../../client/discuss/measure-spots.ts'
import { decisionsOf } from '../../../client/discuss/decisions-dialog.tsx'
import { aThread, suggestionOf } from '../../support/shown-thread.ts'

const spotsOf = (tops: Readonly<Record<string, number | null>>): Spots => ({
  byThread: new Map(
    Object.entries(tops).map(([id, top], order) => [id, { top, order, isOnWords: true }]),
  ),
  marks: new Map(),
})
const ids = (threads: readonly { readonly threadId: string }[]) => threads.map((it) => it.threadId)
const USUAL = { kept: new Set<string>(), isShowingDone: false }

describe('the list of threads', () => {
  it('is in the order of the text, and what has no place any more comes last', () => {
    const threads = [aThread('gone'), aThread('below'), aThread('above')]

    expect(ids(inTextOrder(threads, spotsOf({ gone: null, below: 90, above: 10 })))).toEqual([
      'above',
      'below',
      'gone',
    ])
  })

  it('leaves out what is resolved, and suggestions that were settled, unless they are wanted', () => {
    const threads = [
      aThread('open'),
      aThread('resolved', { state: 'resolved' }),
      aThread('accepted', { suggestion: suggestionOf('accepted') }),
    ]

    expect(ids(wantedThreads(threads, USUAL))).toEqual(['open'])
    expect(ids(wantedThreads(threads, { ...USUAL, isShowingDone: true }))).toHaveLength(3)
    expect(ids(wantedThreads(threads, { ...USUAL, kept: new Set(['resolved']) }))).toEqual([
      'open',
      'resolved',
    ])
  })

  it('is counted: comments, suggestions, what is new, what is done', () => {
    const threads = [
      aThread('seen', { seq: 2, seenSeq: 2 }),
      aThread('new', { seq: 3, seenSeq: 2 }),
      aThread('suggestion', { suggestion: suggestionOf('open'), seenSeq: 1 }),
      aThread('resolved', { state: 'resolved', seq: 9 }),
    ]

    expect(countThreads(threads)).toEqual({ comments: 2, suggestions: 1, unread: 1, done: 1 })
  })
})

describe('the list of decisions', () => {
  it('holds what ended in one, the latest first', () => {
    const by = { memberId: 'k', name: 'Kari', role: 'teacher' } as const
    const threads = [
      aThread('none'),
      aThread('old', { decision: { sentence: 'Gammelt', by, atMs: 1 } }),
      aThread('new', { state: 'resolved', decision: { sentence: 'Nytt', by, atMs: 2 } }),
    ]

    expect(ids(decisionsOf(threads))).toEqual(['new', 'old'])
  })
})
