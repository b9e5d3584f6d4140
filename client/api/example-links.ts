/**
 * The doors of one's own example school, kept in this window's session: so that
 * the plan page can offer them to a second browser. Gone with the window.
 */
import type { Demo } from '../../shared/api/demo.ts'

export type ExamplePerson = Demo['people'][number]

const PREFIX = 'samplan.example.'

export function rememberExample(demo: Demo): void {
  try {
    sessionStorage.setItem(PREFIX + demo.planId, JSON.stringify(demo.people))
  } catch {
    // A browser that refuses storage opens the example all the same.
  }
}

/** The people of the example that this plan belongs to; empty for a real plan. */
export function examplePeople(planId: string): readonly ExamplePerson[] {
  try {
    const people = sessionStorage.getItem(PREFIX + planId)
    return people === null ? [] : (JSON.parse(people) as ExamplePerson[])
  } catch {
    return []
  }
}
