import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wordDiff } from '../../../shared/text/word-diff.ts'

const told = (before: string, after: string) =>
  wordDiff(before, after)
    .map(({ kind, text }) => ({ same: text, gone: `[-${text}-]`, new: `{+${text}+}` })[kind])
    .join('')

const manyWords = (seed: number) =>
  Array.from({ length: 20_000 }, (_, at) => `ord${(at * seed) % 9973}`).join(' ')

const changed = (many: number) => {
  const words = Array.from({ length: 2 * many }, (_, at) => `ord${at}`)
  const others = words.map((word, at) => (at % 2 === 0 ? word : `${word}x`))
  return wordDiff(words.join(' '), others.join(' '))
}

describe('two texts compared word by word', () => {
  it('shows the word that is another one', () => {
    expect(told('Innen sommeren 2027 skal', 'Innen jul 2026 skal')).toBe(
      'Innen [-sommeren 2027-]{+jul 2026+} skal',
    )
  })

  it('shows what came in and what went', () => {
    expect(told('Vi møtes', 'Vi møtes hver uke')).toBe('Vi møtes{+ hver uke+}')
    expect(told('Vi møtes hver uke.', 'Vi møtes.')).toBe('Vi møtes[- hver uke-].')
    expect(told('', 'Nytt')).toBe('{+Nytt+}')
    expect(told('Borte', '')).toBe('[-Borte-]')
  })

  it('keeps a word whole, with its accents', () => {
    expect(told('Elevrådet får', 'Elevrådene får')).toBe('[-Elevrådet-]{+Elevrådene+} får')
  })

  it('leaves the space after a changed word out of it', () => {
    expect(told('samarbeider tett om', 'samarbeider hver tirsdag om')).toBe(
      'samarbeider [-tett-]{+hver tirsdag+} om',
    )
    expect(told('a b ', 'a c ')).toBe('a [-b-]{+c+} ')
  })

  it('tells texts that have next to nothing in common as a whole, whatever their length', () => {
    expect(wordDiff(manyWords(3), manyWords(7)).map(({ kind }) => kind)).toEqual(['gone', 'new'])
  })

  it('tells no more than some hundred changes word by word: the time grows with their square', () => {
    expect(changed(140).filter(({ kind }) => kind === 'new')).toHaveLength(140)
    expect(changed(160).map(({ kind }) => kind)).toEqual(['gone', 'new'])
  })

  it('leaves a text alone that is the same', () => {
    expect(wordDiff('Likt\nog likt', 'Likt\nog likt')).toEqual([
      { kind: 'same', text: 'Likt\nog likt' },
    ])
    expect(wordDiff('', '')).toEqual([])
  })

  it('holds both texts whole, whatever they are', () => {
    const text = fc.array(fc.constantFrom('a', 'b', ' ', '\n', 'øy', '.', '😀'), { maxLength: 40 })
    fc.assert(
      fc.property(text, text, (before, after) => {
        const runs = wordDiff(before.join(''), after.join(''))
        const side = (kind: string) =>
          runs
            .filter((run) => run.kind === 'same' || run.kind === kind)
            .map((run) => run.text)
            .join('')
        expect(side('gone')).toBe(before.join(''))
        expect(side('new')).toBe(after.join(''))
        runs.slice(1).forEach((run, index) => expect(run.kind).not.toBe(runs[index]?.kind))
      }),
    )
  })
})
