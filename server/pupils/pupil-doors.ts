/**
 * Opening a plan to pupils, coming in by a door's code, and coming back.
 *
 * Knows no e-mail address, no password and no real name: a pupil is a name they chose
 * and a code that brings them back under it. Unknown, closed, used-up and expired doors
 * are refused alike.
 */
import {
  createJoinCode,
  createReturnCode,
  readJoinCode,
  readReturnCode,
  showReturnCode,
} from '../../shared/access/pupil-codes.ts'
import { isOnlyPupil } from '../../shared/access/policy.ts'
import type { ComeIn, NewPupilDoor } from '../../shared/api/pupils.ts'
import { Failure } from '../../shared/failure.ts'
import {
  createId,
  type MemberId,
  type PlanId,
  type PupilDoorId,
  type RandomBytes,
  type UserId,
} from '../../shared/ids.ts'
import { cleanText } from '../../shared/text/clean-text.ts'
import { endOfDay } from '../people/end-of-day.ts'
import type { PeopleStore, Person, School } from '../people/people-store.ts'
import { isExamplePerson, type NewSession, type Sessions } from '../people/sessions.ts'
import { createToken, hashToken } from '../people/tokens.ts'
import { typedLine } from '../people/typed-line.ts'
import type { CodeThrottle } from './code-throttle.ts'
import type { FoundPupilDoor, PupilStore } from './pupil-store.ts'

const DAY_MS = 24 * 60 * 60 * 1000
/** Of a school at once: a door per class, and to spare. */
const MAX_OPEN = 60
/** Codes are taken once in millions; five times in a row means something is broken. */
const MAX_TRIES = 5
/** As people/tokens.ts makes them. */
const TOKEN = /^[A-Za-z0-9_-]{43}$/

export interface PupilDoorDeps {
  readonly store: PupilStore
  readonly people: Pick<PeopleStore, 'findPerson'>
  readonly sessions: Pick<Sessions, 'draft' | 'noteEnded'>
  readonly throttle: CodeThrottle
  readonly publicOrigin: string
  readonly nowMs: () => number
  readonly random: RandomBytes
}

/** What is opened, and who opens it. */
export interface DoorPlace {
  readonly school: School
  readonly planId: PlanId
  readonly memberId: MemberId
}

/** @throws Failure 'too-many-requests' when the school has too many open ones. */
export async function openPupilDoor(
  { store, random, nowMs }: Pick<PupilDoorDeps, 'store' | 'random' | 'nowMs'>,
  { label, days, maxUses }: NewPupilDoor,
  { school, planId, memberId }: DoorPlace,
): Promise<PupilDoorId> {
  const atMs = nowMs()
  const { schoolId, timeZone } = school
  const expiresAtMs = days === 1 ? endOfDay(atMs, timeZone) : atMs + days * DAY_MS
  const traits = { schoolId, planId, label: cleanText(label).trim(), expiresAtMs, maxUses }
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const doorId = createId<PupilDoorId>(random)
    const secrets = { code: createJoinCode(random), token: createToken(random) }
    const door = { doorId, ...secrets, ...traits }
    const outcome = await store.addDoor(door, MAX_OPEN, { memberId, atMs })
    if (outcome === 'made') return doorId
    if (outcome === 'too-many')
      throw new Failure('too-many-requests', `${MAX_OPEN} open pupils' doors`)
  }
  throw new Error(`no free code in ${MAX_TRIES} tries`)
}

/** The same door as a link. In the fragment: it is sent to no server, so no log on the way has it. */
export function doorUrl(publicOrigin: string, token: string): string {
  return `${publicOrigin}/pupils#${token}`
}

/** Where a pupil came in, and what is to be handed to their browser. */
interface CameIn {
  readonly planId: PlanId
  readonly name: string
  /** null: they were here before, and are signed in. */
  readonly newcomer: {
    readonly userId: UserId
    readonly session: NewSession
    readonly returnCode: string
  } | null
}

/**
 * @throws Failure 'link-not-valid' or 'too-many-requests' for a code that opens nothing;
 *   'name-taken'; 'not-for-you' for an adult who is signed in.
 */
export async function comeIn(
  deps: PupilDoorDeps,
  { code, name, language, publicComputer = true }: ComeIn,
  from: {
    readonly person: Person | null
    readonly address: string
    readonly userAgent: string | undefined
  },
): Promise<CameIn> {
  const door = await findDoor(deps, code, from.address)
  const { planId, doorId } = door
  const known = from.person && membershipHere(from.person, door)
  if (known) {
    const outcome = await deps.store.admitPupil(doorId, known.memberId, deps.nowMs())
    if (outcome === 'not-open') throw notOpen(`door ${doorId}`)
    return { planId, name: known.name, newcomer: null }
  }

  const userId = createId<UserId>(deps.random)
  const returnCode = createReturnCode(deps.random)
  const expiresAtMs = door.schoolExpiresAtMs ?? undefined
  const { session, forBrowser } = deps.sessions.draft(
    userId,
    { expiresAtMs, publicComputer, userAgent: from.userAgent },
    door.schoolTimeZone,
  )
  const pupil = {
    userId,
    memberId: createId<MemberId>(deps.random),
    name: typedLine(name, 'name'),
    language,
    session,
    returnCodeHash: hashToken(returnCode),
  }
  const outcome = await deps.store.admitNewcomer(doorId, pupil, deps.nowMs())
  if (outcome === 'not-open') throw notOpen(`door ${doorId}`)
  if (outcome === 'name-taken')
    throw new Failure('name-taken', `at door ${doorId}`, { told: { field: 'name' } })
  deps.throttle.know(doorId, from.address)
  const newcomer = { userId, session: forBrowser, returnCode: showReturnCode(returnCode) }
  return { planId, name: pupil.name, newcomer }
}

/** @throws Failure 'link-not-valid' for one that brings nobody back. */
export async function findReturning(
  { store, people, nowMs }: Pick<PupilDoorDeps, 'store' | 'people' | 'nowMs'>,
  typed: string,
): Promise<Person> {
  const code = readReturnCode(typed)
  const userId = code === null ? null : await store.findByReturnCode(hashToken(code))
  const person = userId === null ? null : await people.findPerson(userId, nowMs())
  // One who was removed, suspended or is no pupil any more has no way in here.
  if (!person || !isOnlyPupil(person)) {
    throw new Failure('link-not-valid', 'return code', { told: { field: 'returnCode' } })
  }
  return person
}

/** A new return code for a pupil; the one before and their sessions are over. */
export async function renewReturnCode(
  {
    store,
    sessions,
    nowMs,
    random,
  }: Pick<PupilDoorDeps, 'store' | 'sessions' | 'nowMs' | 'random'>,
  memberId: MemberId,
  by: MemberId,
): Promise<string> {
  const code = createReturnCode(random)
  const at = { memberId: by, atMs: nowMs() }
  const renewed = await store.renewReturnCode(memberId, hashToken(code), at)
  if (renewed === 'not-a-pupil') throw new Failure('access-denied', `a return code of ${memberId}`)
  sessions.noteEnded(renewed.sessionHashes)
  return showReturnCode(code)
}

function notOpen(detail: string): Failure {
  return new Failure('link-not-valid', detail, { told: { field: 'code' } })
}

async function findDoor(
  { store, throttle, nowMs }: PupilDoorDeps,
  typed: string,
  address: string,
): Promise<FoundPupilDoor> {
  if (TOKEN.test(typed)) {
    const door = await store.findOpen({ token: typed }, nowMs())
    if (!door) throw notOpen("link of a pupils' door")
    return door
  }
  const code = readJoinCode(typed)
  // Not six letters of ours: nothing was guessed, and nothing is counted.
  if (code === null) throw notOpen('letters of no door')
  const door = await store.findOpen({ code }, nowMs())
  throttle.judge(door?.doorId ?? null, address)
  if (!door) throw notOpen('letters of a door')
  return door
}

/**
 * The membership of a pupil of this school who is signed in; null for one who becomes somebody
 * new: nobody, somebody of an example, a pupil of another school.
 *
 * @throws Failure 'not-for-you' for everybody else: an adult would lose who they are.
 */
function membershipHere(person: Person, { schoolId }: FoundPupilDoor) {
  const here = person.memberships.find((membership) => membership.schoolId === schoolId)
  if (here?.role === 'pupil') return here
  const isNobody = person.memberships.length === 0
  if (isNobody || isOnlyPupil(person) || (isExamplePerson(person) && !here)) return null
  throw new Failure('not-for-you', `pupils' door, by ${person.userId}`)
}
