import { describe, expect, it } from 'vitest'
import { type InlineTree, nestMarks, oneLineOf } from '../../../server/export/nest-marks.ts'
import type { Inline, Mark } from '../../../shared/text/rich-text.ts'

const BOLD: Mark = { type: 'bold' }
const ITALIC: Mark = { type: 'italic' }
const CODE: Mark = { type: 'code' }
const here: Mark = { type: 'link', href: 'https://a.example' }
const there: Mark = { type: 'link', href: 'https://b.example' }

describe('marks become a tree', () => {
  it('with the one that reaches furthest outermost, opened once', () => {
    expect(shown([run('a', ITALIC), run('b', BOLD, ITALIC), run('c', ITALIC)])).toBe(
      'italic(a bold(b) c)',
    )
    expect(shown([run('a', BOLD, ITALIC), run('b', ITALIC)])).toBe('italic(bold(a) b)')
    expect(shown([run('a', BOLD), run('b', BOLD, ITALIC), run('c', BOLD)])).toBe(
      'bold(a italic(b) c)',
    )
  })

  it('with a link around what stands inside it, and one for each address', () => {
    expect(shown([run('se ', here), run('her', BOLD, here), run('der', there)])).toBe(
      'link(se  bold(her)) link(der)',
    )
  })

  it('with code innermost, and not beyond where another mark ends', () => {
    expect(shown([run('a', CODE), run('b', BOLD, CODE)])).toBe('code(a) bold(code(b))')
    expect(shown([run('a', BOLD, CODE)])).toBe('bold(code(a))')
  })

  it('and none reaches over a break', () => {
    expect(shown([run('a', BOLD), { type: 'hardBreak' }, run('b', BOLD)])).toBe('bold(a) / bold(b)')
  })
})

describe('a text on one line', () => {
  it('has all its inline content, with spaces for breaks and between blocks', () => {
    const line = oneLineOf([
      { type: 'paragraph', content: [run('a'), { type: 'hardBreak' }, run('b', BOLD)] },
      {
        type: 'taskList',
        items: [{ checked: true, content: [{ type: 'paragraph', content: [run('c')] }] }],
      },
      { type: 'bulletList', items: [[{ type: 'paragraph', content: [run('d')] }]] },
      { type: 'callout', content: [{ type: 'paragraph', content: [run('e')] }] },
    ])

    expect(line.map((inline) => (inline.type === 'text' ? inline.text : '/')).join('')).toBe(
      'a b c d e',
    )
    expect(shown(line)).toContain('bold(b)')
  })
})

function shown(inlines: readonly Inline[]): string {
  return nestMarks(inlines).map(showTree).join(' ')
}

function showTree(tree: InlineTree): string {
  if (tree.kind === 'text') return tree.text
  if (tree.kind === 'break') return '/'
  return `${tree.mark.type}(${tree.children.map(showTree).join(' ')})`
}

function run(text: string, ...marks: readonly Mark[]): Inline {
  return { type: 'text', text, marks }
}
