import { getSchema } from '@tiptap/core'
import { expect, it } from 'vitest'
import { textExtensions } from '../../../client/text/text-extensions.ts'
import { TEXT_MARKS, TEXT_NODES } from '../../../shared/text/schema.ts'

const schema = getSchema(textExtensions((words) => words))

it('has the nodes of the shared table and no others', () => {
  const names = Object.keys(schema.nodes).filter((name) => name !== 'doc' && name !== 'text')

  expect(names.sort()).toEqual(Object.keys(TEXT_NODES).sort())
})

it.each(Object.entries(TEXT_NODES))(
  'holds %s to the table: content and attributes',
  (name, node) => {
    const type = schema.nodes[name]!

    expect(type.spec.content ?? '').toBe(node.content)
    expect(Object.keys(type.spec.attrs ?? {}).sort()).toEqual([...node.attrs].sort())
  },
)

it('has the marks of the shared table with their attributes, and no others', () => {
  const marks = Object.fromEntries(
    Object.entries(schema.marks).map(([name, type]) => [
      name,
      { attrs: Object.keys(type.spec.attrs ?? {}) },
    ]),
  )

  expect(marks).toEqual(TEXT_MARKS)
})

it('accepts any child anywhere the table says, and nothing at all', () => {
  expect(schema.topNodeType.spec.content).toBe('block*')
  for (const type of Object.values(schema.nodes)) {
    if (!type.isText) expect(type.validContent(schema.topNodeType.create().content)).toBe(true)
  }
})

it('stores every mark under its own name: each excludes itself', () => {
  for (const type of Object.values(schema.marks)) expect(type.excludes(type)).toBe(true)
})
