import { expect, it } from 'vitest'
import { inReadingOrder } from '../../../shared/words/extract-trees.ts'
import { TREES, wordsOf } from '../../../shared/words/word-trees.ts'

it('a file has the pages by the alphabet, then the server, then the template as it is read', () => {
  const entries = [
    { message: 'A question', context: 'template', origin: [['t.ts', 2] as [string, number]] },
    { message: 'Who we are', context: 'template', origin: [['t.ts', 1] as [string, number]] },
    { message: 'Done', context: 'server: a tick', origin: [['s.ts', 1] as [string, number]] },
    { message: 'Save', context: 'a button', origin: [['b.tsx', 1] as [string, number]] },
    { message: 'Save', origin: [['a.tsx', 9] as [string, number]] },
    { message: 'Close', origin: [['z.tsx', 3] as [string, number]] },
  ].map((entry) => ({ messageId: '', entry }))

  const sorted = entries.toSorted(inReadingOrder).map(({ entry }) => entry.message)

  expect(sorted).toEqual(['Close', 'Save', 'Save', 'Done', 'Who we are', 'A question'])
  expect(entries.toSorted(inReadingOrder)).toEqual(entries.toReversed().toSorted(inReadingOrder))
})

it('every word of a tree is asked for, with its path, and a note tells equal ones apart', () => {
  const server = TREES.find(({ context }) => context === 'server')!
  const asked = wordsOf(server).filter(({ message }) => message === 'Done')

  expect(asked.map(({ path, context }) => [path, context])).toEqual([
    ['export.ticked', 'server: a task with a tick'],
    ['export.statuses.done', 'server'],
  ])
})
