import { expect, it } from 'vitest'
import { changeHolder, changeOwner } from '../../../client/school/change-posts.ts'
import type { Posts } from '../../../shared/api/plan-people.ts'

const POSTS: Posts = {
  head: 'marit',
  responsible: ['ola'],
  pupilsCouncil: [],
  sectionOwners: [{ sectionId: 'pupils', memberIds: ['ola'] }],
}

it('somebody holds a post once, however often they are given it, and not after it is taken', () => {
  expect(changeHolder(changeHolder(['ola'], 'kari', true), 'kari', true)).toEqual(['ola', 'kari'])
  expect(changeHolder(['ola', 'kari'], 'ola', false)).toEqual(['kari'])
})

it('a section has several owners, goes with its last one, and leaves the others alone', () => {
  const two = changeOwner(changeOwner(POSTS, 'pupils', 'kari', true), 'models', 'ola', true)

  expect(two.sectionOwners).toEqual([
    { sectionId: 'pupils', memberIds: ['ola', 'kari'] },
    { sectionId: 'models', memberIds: ['ola'] },
  ])
  expect(changeOwner(two, 'models', 'ola', false).sectionOwners).toHaveLength(1)
  expect(two.head).toBe('marit')
})
