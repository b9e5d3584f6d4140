/** Asks the policy about a school, on the membership that makes it true. */
import { may, type Verb } from '../../shared/access/policy.ts'
import { Failure } from '../../shared/failure.ts'
import type { Membership, Person } from './people-store.ts'

/**
 * The person's membership in the school they want to do something with.
 *
 * @throws Failure 'access-denied' for strangers too: whether a school exists is not told.
 */
export function membershipFor(person: Person, verb: Verb, schoolId: string): Membership {
  const membership = person.memberships.find((candidate) => candidate.schoolId === schoolId)
  if (!membership || !may(person, verb, { schoolId })) {
    throw new Failure('access-denied', `${verb} in ${schoolId} by ${person.userId}`)
  }
  return membership
}
