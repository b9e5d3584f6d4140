/**
 * Makes the example school a real one for a while: school, people, members and
 * its plan, by the same functions that people's own schools are made with.
 *
 * All or nothing: when the plan cannot be made the school goes too.
 */
import type { Role } from '../../shared/access/policy.ts'
import {
  createId,
  type MemberId,
  type PlanId,
  type RandomBytes,
  type SchoolId,
  type UserId,
} from '../../shared/ids.ts'
import type { PlanSeed } from '../../shared/plan/seed-plan.ts'
import type { PeopleStore } from '../people/people-store.ts'
import type { NewMember, SchoolStore } from '../people/school-store.ts'
import { createSignInLink } from '../people/sign-in-links.ts'
import type { CreatePlan } from '../plans/create-plan.ts'
import type { PlanPeopleStore } from '../plans/plan-people-store.ts'
import { type PersonKey, TERNVAG, ternvagContent } from './ternvag.ts'

export interface ExampleDeps {
  readonly people: Pick<PeopleStore, 'addSignInLinks'>
  readonly schools: Pick<SchoolStore, 'addExampleSchool' | 'removeSchool'>
  readonly createPlan: CreatePlan
  readonly planPeople: Pick<PlanPeopleStore, 'setRight'>
  readonly publicOrigin: string
  readonly nowMs: () => number
  readonly random: RandomBytes
}

export interface ExampleOptions {
  /** When it is thrown away. */
  readonly expiresAtMs: number
  /** How many example schools may be there at once. */
  readonly maxAlive: number
  /** How many plans it gets; all the same. */
  readonly plans: number
}

export interface ExampleSchool {
  readonly schoolId: SchoolId
  readonly planIds: readonly [PlanId, ...PlanId[]]
  readonly people: readonly ExamplePerson[]
}

export interface ExamplePerson {
  readonly userId: UserId
  readonly name: string
  readonly role: Role
  /** Opening it signs in and goes to the plan. */
  readonly signInUrl: string
}

/** @returns null when `maxAlive` example schools are there already. */
export async function createExampleSchool(
  deps: ExampleDeps,
  options: ExampleOptions,
): Promise<ExampleSchool | null> {
  const schoolId = createId<SchoolId>(deps.random)
  const members = newMembers(deps.random)
  const isMade = await deps.schools.addExampleSchool(
    {
      schoolId,
      name: TERNVAG.school.name,
      language: TERNVAG.school.language,
      timeZone: TERNVAG.school.timeZone,
      frozenToday: TERNVAG.today,
      expiresAtMs: options.expiresAtMs,
      createdAtMs: deps.nowMs(),
      members: [...members.values()],
    },
    options.maxAlive,
  )
  if (!isMade) return null

  try {
    const planIds = await makePlans(deps, schoolId, examplePlan(members), options.plans)
    const by = { memberId: null, atMs: deps.nowMs() }
    for (const { role, memberId } of members.values()) {
      if (role !== 'pupil') continue
      for (const planId of planIds) {
        await deps.planPeople.setRight({ planId, schoolId }, memberId, 'read', by)
      }
    }
    const people = await linkPeople(deps, [...members.values()], {
      path: `/plans/${planIds[0]}`,
      expiresAtMs: options.expiresAtMs,
    })
    return { schoolId, planIds, people }
  } catch (error) {
    await deps.schools.removeSchool(schoolId)
    throw error
  }
}

/** A fresh sign-in link for each of these people. Earlier ones go on working. */
export async function linkPeople(
  deps: Pick<ExampleDeps, 'people' | 'publicOrigin' | 'random'>,
  members: readonly Pick<NewMember, 'userId' | 'name' | 'role'>[],
  where: { readonly path: string; readonly expiresAtMs: number },
): Promise<readonly ExamplePerson[]> {
  const linked = members.map(({ userId, name, role }) => {
    const { link, url } = createSignInLink({ userId, ...where }, deps.publicOrigin, deps.random)
    return { link, person: { userId, name, role, signInUrl: url } }
  })
  await deps.people.addSignInLinks(linked.map(({ link }) => link))
  return linked.map(({ person }) => person)
}

function newMembers(random: RandomBytes): ReadonlyMap<PersonKey, NewMember> {
  return new Map(
    TERNVAG.people.map(({ key, name, role }) => [
      key,
      {
        userId: createId<UserId>(random),
        memberId: createId<MemberId>(random),
        name,
        role,
        language: TERNVAG.school.language,
      },
    ]),
  )
}

function examplePlan(members: ReadonlyMap<PersonKey, NewMember>): PlanSeed {
  const ownerKey = (personKey: PersonKey) => {
    const member = members.get(personKey)
    if (!member) throw new Error(`the example school has no ${personKey}`)
    return member.memberId
  }
  return {
    ...TERNVAG.plan,
    language: TERNVAG.school.language,
    content: ternvagContent(ownerKey),
  }
}

async function makePlans(
  deps: ExampleDeps,
  schoolId: SchoolId,
  seed: PlanSeed,
  count: number,
): Promise<[PlanId, ...PlanId[]]> {
  const makeOne = () => deps.createPlan({ schoolId, userId: null, seed })
  const planIds: [PlanId, ...PlanId[]] = [await makeOne()]
  while (planIds.length < count) planIds.push(await makeOne())
  return planIds
}
