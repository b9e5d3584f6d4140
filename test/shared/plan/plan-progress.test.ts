import { expect, it } from 'vitest'
import { fieldState } from '../../../shared/plan/plan-progress.ts'
import type { RichText } from '../../../shared/text/rich-text.ts'

const words = (text: string): RichText => [
  { type: 'paragraph', content: [{ type: 'text', text, marks: [] }] },
]

it.each<[string, RichText, string]>([
  ['no text', [], 'empty'],
  ['only space', words('   '), 'empty'],
  ['a word', words('Vi'), 'begun'],
  ['139 characters', words('x'.repeat(139)), 'begun'],
  ['140 characters', words('x'.repeat(140)), 'written'],
])('a field with %s is %s', (_what, text, state) => {
  expect(fieldState(text)).toBe(state)
})
