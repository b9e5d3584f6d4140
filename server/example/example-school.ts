/**
 * Makes the example school a real one for a while: school, people, members, its plan and what is
 * said about it, by the same functions that people's own schools are made with.
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
import type { RichText } from '../../shared/text/rich-text.ts'
import type { PeopleStore } from '../people/people-store.ts'
import type { NewMember, SchoolStore } from '../people/school-store.ts'
import { createSignInLink } from '../people/sign-in-links.ts'
import type { CreatePlan } from '../plans/create-plan.ts'
import type { PlanPeopleStore } from '../plans/plan-people-store.ts'
import { makeThreads, type ThreadMaking } from './make-threads.ts'
import { BEFORE_SUGGESTION, DISCUSSING_GUESTS } from './ternvag-threads.ts'
import { type PersonKey, TERNVAG, ternvagContent } from './ternvag.ts'

export interface ExampleDeps extends ThreadMaking {
  readonly people: Pick<PeopleStore, 'addSignInLinks'>
  readonly schools: Pick<SchoolStore, 'addExampleSchool' | 'removeSchool'>
  readonly createPlan: CreatePlan
  readonly planPeople: Pick<PlanPeopleStore, 'setRight'>
  readonly publicOrigin: string
}

export interface ExampleOptions {
  /** When it is thrown away. */
  readonly expiresAtMs: number
  /** How many example schools may be there at once. */
  readonly maxAlive: number
  /** How many plans it gets; all the same, but that only the first is discussed. */
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
    await giveRights(deps, schoolId, planIds, members)
    await makeThreads(deps, planIds[0], (key) => memberOf(members, key))
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
  const ownerKey = (personKey: PersonKey) => memberOf(members, personKey).memberId
  return {
    ...TERNVAG.plan,
    language: TERNVAG.school.language,
    content: ternvagContent(ownerKey),
  }
}

function memberOf(members: ReadonlyMap<PersonKey, NewMember>, personKey: PersonKey): NewMember {
  const member = members.get(personKey)
  if (!member) throw new Error(`the example school has no ${personKey}`)
  return member
}

/** Pupils read what is opened to them; the guests' links let them discuss. */
async function giveRights(
  { planPeople, nowMs }: ExampleDeps,
  schoolId: SchoolId,
  planIds: readonly PlanId[],
  members: ReadonlyMap<PersonKey, NewMember>,
): Promise<void> {
  const by = { memberId: null, atMs: nowMs() }
  for (const [key, { role, memberId }] of members) {
    const right = role === 'pupil' ? 'read' : DISCUSSING_GUESTS.includes(key) ? 'discuss' : null
    if (right === null) continue
    for (const planId of planIds) {
      await planPeople.setRight({ planId, schoolId }, memberId, right, by)
    }
  }
}

async function makePlans(
  deps: ExampleDeps,
  schoolId: SchoolId,
  seed: PlanSeed,
  count: number,
): Promise<[PlanId, ...PlanId[]]> {
  const makeOne = (one: PlanSeed) => deps.createPlan({ schoolId, userId: null, seed: one })
  const planIds: [PlanId, ...PlanId[]] = [await makeOne(beforeSuggestion(seed))]
  while (planIds.length < count) planIds.push(await makeOne(seed))
  return planIds
}

/** With what a colleague suggests to put better, for the plan that is discussed. */
function beforeSuggestion(seed: PlanSeed): PlanSeed {
  const { fieldId, words, suggested } = BEFORE_SUGGESTION
  const { texts } = seed.content
  const before = JSON.stringify(texts[fieldId]).replace(
    JSON.stringify(suggested).slice(1, -1),
    words,
  )
  const text = JSON.parse(before) as RichText
  return { ...seed, content: { ...seed.content, texts: { ...texts, [fieldId]: text } } }
}
