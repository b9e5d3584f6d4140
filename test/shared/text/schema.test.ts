import { expect, it } from 'vitest'
import { isTextMarkName, isTextNodeName, TEXT_NODES } from '../../../shared/text/schema.ts'

it('every node may stand empty, since two people may each delete a part of it', () => {
  for (const { content } of Object.values(TEXT_NODES)) expect(content).toMatch(/^$|^\w+\*$/)
})

it.each(['paragraph', 'hardBreak', 'taskItem'])('%s is a node', (name) => {
  expect(isTextNodeName(name)).toBe(true)
})

it.each(['table', 'Paragraph', '', 'toString', '__proto__', 'constructor', 7, null])(
  '%j is neither node nor mark',
  (name) => {
    expect(isTextNodeName(name)).toBe(false)
    expect(isTextMarkName(name)).toBe(false)
  },
)
