import { expect, it } from 'vitest'
import type { Person } from '../../../client/open-plan/people.ts'
import { onePerPerson, peopleInField, peopleInSection } from '../../../client/plan/people-in.ts'

it('someone with two windows is one person, as lively as the livelier window', () => {
  const people = [
    person({ clientId: 1, userId: 'bilal', isCalm: true }),
    person({ clientId: 2, userId: 'bilal', isCalm: false }),
    person({ clientId: 3, userId: 'amina', isCalm: true }),
  ]

  expect(onePerPerson(people).map(({ clientId }) => clientId)).toEqual([2, 3])
})

it('those whom the server has not named yet stay apart', () => {
  const people = [person({ clientId: 1, userId: null }), person({ clientId: 2, userId: null })]

  expect(onePerPerson(people)).toHaveLength(2)
})

it('people are where they say they are', () => {
  const at = { sectionId: 'models', fieldId: 'models.today', actionId: null }
  const people = [person({ clientId: 1, userId: 'a', at }), person({ clientId: 2, userId: 'b' })]

  expect(peopleInSection(people, 'models').map(({ clientId }) => clientId)).toEqual([1])
  expect(peopleInField(people, 'models.today').map(({ clientId }) => clientId)).toEqual([1])
  expect(peopleInField(people, 'models.next')).toEqual([])
})

function person(facts: Partial<Person>): Person {
  return {
    clientId: 1,
    userId: null,
    name: 'Bilal Chaudhry',
    colour: 1,
    caret: null,
    at: { sectionId: null, fieldId: null, actionId: null },
    isCalm: false,
    memberId: null,
    ...facts,
  }
}
