import { expect, it } from 'vitest'
import { oneLine, plainText } from '../../../shared/text/plain-text.ts'
import type { Inline, RichText } from '../../../shared/text/rich-text.ts'

const run = (text: string): Inline => ({ type: 'text', text, marks: [{ type: 'bold' }] })
const paragraph = (...content: Inline[]): RichText[number] => ({ type: 'paragraph', content })

const text: RichText = [
  { type: 'heading', level: 3, content: [run('Slik')] },
  paragraph(run('gjør '), run('vi'), { type: 'hardBreak' }, run('det')),
  { type: 'bulletList', items: [[paragraph(run('én'))], [paragraph(run('to'))]] },
  { type: 'orderedList', start: 3, items: [[paragraph(run('tre'))]] },
  { type: 'taskList', items: [{ checked: true, content: [paragraph(run('gjort'))] }] },
  { type: 'blockquote', content: [paragraph(run('sitat'))] },
  { type: 'callout', content: [paragraph(run('husk'))] },
]

it('gives all words in reading order, a line for each block and break', () => {
  expect(plainText(text)).toBe('Slik\ngjør vi\ndet\nén\nto\ntre\ngjort\nsitat\nhusk')
})

it('gives them on one line, with single spaces', () => {
  expect(oneLine(text)).toBe('Slik gjør vi det én to tre gjort sitat husk')
  expect(oneLine([paragraph(run('  a \t b '))])).toBe('a b')
  expect(oneLine([])).toBe('')
})
