/** Who is where in a plan, for the outline: persons, not connections. Pure. */
import type { Person } from '../open-plan/people.ts'

/** One entry per person: of several tabs the one that moved last counts as not calm. */
export function onePerPerson(people: readonly Person[]): readonly Person[] {
  const byUser = new Map<string, Person>()
  for (const person of people) {
    const key = person.userId ?? `client-${person.clientId}`
    const known = byUser.get(key)
    if (!known || (known.isCalm && !person.isCalm)) byUser.set(key, person)
  }
  return [...byUser.values()]
}

/** Those who are in a section. */
export function peopleInSection(people: readonly Person[], sectionId: string): readonly Person[] {
  return onePerPerson(people.filter(({ at }) => at.sectionId === sectionId))
}

/** Those who are in a field of the template. */
export function peopleInField(people: readonly Person[], fieldId: string): readonly Person[] {
  return onePerPerson(people.filter(({ at }) => at.fieldId === fieldId))
}
