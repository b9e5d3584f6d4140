import { expect, it } from 'vitest'
import { exampleDoor } from '../../../client/api/coming-in.ts'
import type { Demo } from '../../../shared/api/demo.ts'

it('one comes into the example as its coordinator, else as a teacher', () => {
  expect(exampleDoor(demo('leadership', 'teacher', 'coordinator'))).toBe('/coordinator')
  expect(exampleDoor(demo('guest', 'teacher'))).toBe('/teacher')
  expect(exampleDoor(demo('guest', 'pupil'))).toBeNull()
})

function demo(...roles: Demo['people'][number]['role'][]): Demo {
  return {
    schoolId: 's',
    planId: 'p',
    people: roles.map((role) => ({ name: role, role, signInUrl: `/${role}` })),
  }
}
