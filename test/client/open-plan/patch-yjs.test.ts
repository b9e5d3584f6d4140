import * as Y from 'yjs'
import { expect, it } from 'vitest'
import { mendRedoItem } from '../../../client/open-plan/patch-yjs.ts'
import { undoScript } from '../../support/undo-script.ts'

it('shows everybody the same text after undo, in the client’s yjs', () => {
  const { own, decoded } = undoScript(Y)

  expect(decoded).toBe(own)
  expect(own).toBe('Norge er fint')
})

it('mends the place once, and refuses a source that lacks it or has it twice', () => {
  const place = '  const nextClock = getState(store, ownClientID);\n'

  expect(mendRedoItem(`a\n${place}b`)).toContain('right = left.right')
  expect(() => mendRedoItem('a')).toThrow('not there exactly once')
  expect(() => mendRedoItem(place + place)).toThrow('not there exactly once')
})
