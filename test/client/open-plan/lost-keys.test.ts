import type * as Y from 'yjs'
import { afterEach, describe, expect, it } from 'vitest'
import { planMap } from '../../../shared/plan/plan-doc.ts'
import { createWriters } from '../../support/writers.ts'

const open: ReturnType<typeof createWriters>[] = []
const writersOf = (count: number) => {
  const writers = createWriters(count, { a: 'Norge' })
  open.push(writers)
  return writers
}
afterEach(() => {
  for (const writers of open.splice(0)) writers.end()
})

const title = (doc: Y.Doc) => planMap(doc).get('title')

const write = (doc: Y.Doc, ...titles: string[]) => {
  for (const each of titles) doc.transact(() => planMap(doc).set('title', each), 'ui')
}

const titled = () => {
  const writers = writersOf(2)
  write(writers.at(0).doc, 'original')
  writers.settle()
  writers.at(0).undo.stopCapturing()
  return { writers, me: writers.at(1), colleague: writers.at(0) }
}

describe('undo of the title', () => {
  it('takes all letters of one breath back at once', () => {
    const { me } = titled()
    write(me.doc, 'n', 'ne', 'new')

    me.undo.undo()

    expect(title(me.doc)).toBe('original')
  })

  it('brings back nothing where there was nothing', () => {
    const { doc, undo } = writersOf(1).at(0)
    write(doc, 'n', 'ne')

    undo.undo()

    expect(title(doc)).toBeUndefined()
  })

  it('never brings back half a title, but what a colleague wrote in the same moment', () => {
    const { writers, me, colleague } = titled()
    write(me.doc, 'n', 'ne', 'new')
    write(colleague.doc, 'theirs')
    writers.settle()
    const before = title(me.doc)

    me.undo.undo()
    writers.settle()

    expect([before, title(me.doc)]).toEqual(['new', 'theirs'])
    writers.expectSame()
  })

  it('also when theirs arrives in the middle of the word', () => {
    const { writers, me, colleague } = titled()
    write(colleague.doc, 'theirs')
    write(me.doc, 'n', 'ne')
    writers.settle()
    write(me.doc, 'new')

    me.undo.undo()
    writers.settle()

    expect(title(colleague.doc)).toBe('theirs')
  })

  it('also when the rest of theirs arrives after the undo', () => {
    const { writers, me, colleague } = titled()
    write(me.doc, 'n', 'new')
    write(colleague.doc, 'th', 'theirs')
    writers.deliver(1, 1)

    me.undo.undo()
    const meanwhile = title(me.doc)
    writers.settle()

    expect([meanwhile, title(me.doc), title(colleague.doc)]).toEqual(['th', 'theirs', 'theirs'])
  })

  it('leaves alone what a colleague wrote after', () => {
    const { writers, me, colleague } = titled()
    write(me.doc, 'n', 'new')
    writers.settle()
    write(colleague.doc, 'theirs')
    writers.settle()

    me.undo.undo()

    expect(title(me.doc)).toBe('theirs')
  })

  it('brings back theirs, over which the word was typed on', () => {
    const { writers, me, colleague } = titled()
    write(me.doc, 'n')
    writers.settle()
    write(colleague.doc, 'theirs')
    writers.settle()
    write(me.doc, 'ne', 'new')

    me.undo.undo()

    expect(title(me.doc)).toBe('theirs')
  })
})
