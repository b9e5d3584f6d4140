import { expect, it } from 'vitest'
import { createKeptChanges } from '../../../client/discuss/kept-changes.ts'

it('the words of a suggestion are compared once, until they or those under them are others', () => {
  const changeOf = createKeptChanges()
  const first = changeOf('t', 'Vi møtes', 'Vi møtes ofte')

  expect(first).toEqual([
    { kind: 'same', text: 'Vi møtes' },
    { kind: 'new', text: ' ofte' },
  ])
  expect(changeOf('t', 'Vi møtes', 'Vi møtes ofte')).toBe(first)
  changeOf('u', 'Alle', 'Alle og enhver')
  expect(changeOf('t', 'Vi møtes', 'Vi møtes ofte')).toBe(first)
  expect(changeOf('t', 'Vi møttes', 'Vi møtes ofte')[1]).toEqual({ kind: 'gone', text: 'møttes' })
  expect(changeOf('t', 'Vi møttes', 'Vi møtes')).toHaveLength(3)
})
