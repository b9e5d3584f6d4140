/** Where something long is cut, and which replies show. */
import { array, assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { beginningOf, roundChanges } from '../../../client/discuss/fold-words.ts'
import { hiddenReplies } from '../../../client/discuss/folded-replies.ts'
import { wordDiff } from '../../../shared/text/word-diff.ts'

const words = (count: number) => Array.from({ length: count }, (_, at) => `ord${at}`).join(' ')
const textOf = (pieces: readonly { readonly text: string }[]) =>
  pieces.map(({ text }) => text).join('')

describe('the beginning of something long', () => {
  it('is all of it when it is short, or hardly longer', () => {
    expect(beginningOf([{ text: 'Kort.' }])).toBeNull()
    expect(beginningOf([{ text: 'x'.repeat(420) }])).toBeNull()
    expect(beginningOf([{ text: 'a\n'.repeat(9).trim() }])).toBeNull()
  })

  it('ends between two words', () => {
    const cut = textOf(beginningOf([{ text: words(200) }]) ?? [])

    expect(cut).toMatch(/^ord0 .+ ord\d+ …$/)
    expect(words(200).startsWith(cut.slice(0, -2))).toBe(true)
    expect(words(200)[cut.length - 2]).toBe(' ')
    expect(cut.length).toBeLessThan(340)
  })

  it('has so many lines at most', () => {
    expect(textOf(beginningOf([{ text: 'a\n'.repeat(30) }]) ?? []).split('\n')).toHaveLength(8)
  })

  it('keeps the kinds of its pieces, and no more of them than it needs', () => {
    const pieces = [
      { kind: 'mention', text: '@Kari' },
      { kind: 'words', text: ` ${words(200)}` },
      { kind: 'mention', text: '@Ola' },
    ]

    expect(beginningOf(pieces)?.map(({ kind }) => kind)).toEqual(['mention', 'words'])
  })

  it('cuts no sign in two, and is always a beginning', () => {
    assert(
      property(array(string({ unit: 'grapheme', maxLength: 900 })), (texts) => {
        const cut = beginningOf(texts.map((text) => ({ text })))
        if (!cut) return
        const shown = textOf(cut).replace(/ …$/, '')
        expect(texts.join('').startsWith(shown)).toBe(true)
        expect(shown.isWellFormed()).toBe(texts.join('').isWellFormed())
      }),
    )
  })
})

describe('a change in a long text', () => {
  it('is shown with what is right round it', () => {
    const before = `${words(100)} gammelt ${words(100)}`
    const runs = roundChanges(wordDiff(before, before.replace('gammelt', 'nytt')))

    expect(runs.map(({ kind }) => kind)).toEqual(['same', 'gone', 'new', 'same'])
    expect(textOf(runs)).toMatch(/^ … ord\d+ .+ord99 gammeltnytt ord0 .+ … $/)
    expect(textOf(runs).length).toBeLessThan(160)
  })

  it('stays as it is in a short one', () => {
    const runs = wordDiff('Vi deler alt med alle.', 'Vi deler mye med alle.')

    expect(roundChanges(runs)).toBe(runs)
  })
})

describe('the replies of a thread', () => {
  const closed = { isOpen: false, shows: 'usual' } as const
  const open = { isOpen: true, shows: 'usual' } as const

  it('show the last one in a note that is closed', () => {
    expect([0, 1, 2, 12].map((count) => hiddenReplies(count, closed))).toEqual([0, 0, 1, 11])
  })

  it('all show in an open note, but of many only the last three', () => {
    expect([0, 4, 5, 12].map((count) => hiddenReplies(count, open))).toEqual([0, 0, 2, 9])
  })

  it('show as one chose', () => {
    expect(hiddenReplies(12, { ...open, shows: 'all' })).toBe(0)
    expect(hiddenReplies(12, { ...open, shows: 'ends' })).toBe(11)
  })
})
