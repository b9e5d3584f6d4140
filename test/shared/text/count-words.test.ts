import { expect, it } from 'vitest'
import { countWords } from '../../../shared/text/count-words.ts'

it.each([
  ['', 0],
  ['Vi møtes én gang i uka.', 6],
  ['to-tre – og «fire»', 4],
  ['a\nb', 2],
])('%j has %i words', (text, words) => {
  expect(countWords(text, 'nb')).toBe(words)
})

it('counts where no spaces stand between words', () => {
  expect(countWords('我们一起写计划', 'zh')).toBeGreaterThan(2)
})
