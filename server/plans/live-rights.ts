/**
 * What those with an open socket may do, kept for every message to ask, and read
 * anew the moment something changes it: a role, a suspension, a session, what the
 * plan says of a member, the plan's state.
 *
 * The deed that changes a right is answered after the rights were read anew, so from
 * its answer on no message passes that the right stood for. Who may not read any
 * more is sent out; who may write or discuss no more, or may now, is told to look again. What
 * another program does to the same data (`samplan suspend`) is seen within a second, by the
 * trail of the plan's school: a deed in one school makes no socket of another's look. When
 * the rights cannot be read nobody goes on with the old ones.
 */
import { Failure, type FailureCode } from '../../shared/failure.ts'
import type { MemberId, PlanId, SchoolId, UserId } from '../../shared/ids.ts'
import type { Sessions } from '../people/sessions.ts'
import type { SocketVerb } from '../sync/frame-verbs.ts'
import type { SyncPass } from '../sync/sync-pass.ts'
import type { SyncServer } from '../sync/sync-server.ts'
import { isSeen, readRights, type Rights, type RightsSources } from './read-rights.ts'

/** How often it is looked whose time is over: a guest's, a session's. */
const LOOK_MS = 1000

export interface LiveRightsDeps extends RightsSources {
  readonly sessions: Pick<Sessions, 'look' | 'hasEnded'>
  /** How many deeds the audit trails of these schools tell, whoever did them. */
  readonly countDeeds: (schoolIds: readonly SchoolId[]) => Promise<ReadonlyMap<SchoolId, number>>
  readonly nowMs: () => number
  readonly logger: { error(what: object, message: string): void }
  /** They need passes first: asked for when somebody is to hear something. */
  readonly rooms: () => Pick<SyncServer, 'closePass' | 'notifyPass'>
  /** The last socket of somebody on a plan is closed. */
  readonly onLeft: (planId: PlanId, memberId: MemberId) => void
}

/** Whose rights may be others now: one person's, or everybody's on a plan; both: theirs on it. */
export interface RightsChange {
  readonly userId?: UserId
  readonly planId?: string
}

interface Live {
  readonly planId: string
  readonly pass: SyncPass
  sessionHash: string
  rights: Rights
  /** Counts the readings that were begun: only the latest one counts. */
  readings: number
  reading: Promise<void>
}

export type LiveRights = ReturnType<typeof createLiveRights>

export function createLiveRights(deps: LiveRightsDeps) {
  const all = new Set<Live>()
  /** Of anybody's rights: what was read before the latest one may be old. */
  let changes = 0

  const readAnew = (live: Live): Promise<void> => {
    const reading = ++live.readings
    const applyRights = async () => {
      const rights = await tryToRead(live)
      // A later one is under way, and knows all that this one does.
      if (live.readings !== reading) return live.reading
      const isOther = isSeen(live.rights, rights)
      live.rights = rights
      if (rights.refusal !== null) deps.rooms().closePass(live.pass, rights.refusal)
      else if (isOther) deps.rooms().notifyPass(live.pass)
    }
    live.reading = applyRights()
    return live.reading
  }

  const tryToRead = async (live: Live): Promise<Rights> => {
    try {
      return await readRights(deps, live)
    } catch (error) {
      if (error instanceof Failure) return { ...live.rights, refusal: error.code }
      deps.logger.error({ err: error }, 'rights were not read')
      return { ...live.rights, refusal: 'storage-unavailable' }
    }
  }

  const readAll = async (concerned: (live: Live) => boolean): Promise<void> => {
    await Promise.all([...all].filter(concerned).map(readAnew))
  }

  /** Of the schools that somebody is in, and of those that somebody is coming into. */
  let deeds: ReadonlyMap<SchoolId, number> = new Map()
  const lookForDeeds = async () => {
    const schoolIds = [...new Set([...all].map(({ rights }) => rights.schoolId))]
    const before = deeds
    // What cannot be counted just now is looked for a second later.
    const counted = await deps.countDeeds(schoolIds).catch(() => null)
    if (!counted) return
    deeds = counted
    const others = schoolIds.filter((one) => counted.get(one) !== before.get(one))
    if (others.length === 0) return
    // Who is on their way in read before it.
    changes += 1
    await readAll(({ rights }) => others.includes(rights.schoolId))
  }
  /** false: they are counted already, or cannot be just now. */
  const beginToCount = async (schoolId: SchoolId): Promise<boolean> => {
    if (deeds.has(schoolId)) return false
    const counted = await deps.countDeeds([schoolId]).catch(() => new Map<SchoolId, number>())
    deeds = new Map([...counted, ...deeds])
    return counted.has(schoolId)
  }

  const looking = setInterval(() => {
    const nowMs = deps.nowMs()
    void readAll(({ rights }) => Math.min(rights.holdsUntilMs, rights.sessionUntilMs) <= nowMs)
    if (all.size > 0) void lookForDeeds()
  }, LOOK_MS)
  looking.unref()

  return {
    /**
     * A pass for the socket of a plan. Give it back with `leave`.
     *
     * @throws Failure why they may not come in.
     */
    async enter(sessionHash: string, planId: string): Promise<SyncPass> {
      for (;;) {
        const before = changes
        const rights = await readRights(deps, { sessionHash, planId })
        // Read once more, after they were counted: a deed that comes then is seen by the next look.
        if (await beginToCount(rights.schoolId)) continue
        // A change that came meanwhile did not find this pass.
        if (before === changes) return register(sessionHash, planId, rights)
      }
    },

    /** Resolves once no message passes any more that the old rights stood for. */
    changed({ userId, planId }: RightsChange): Promise<void> {
      changes += 1
      return readAll(
        (live) =>
          (userId === undefined || live.pass.userId === userId) &&
          (planId === undefined || live.planId === planId),
      )
    },

    /** Has this member a socket on the plan? */
    isHere,

    /** Another session of the same person has taken the place of this one. */
    moveSession(from: string, to: string): void {
      for (const live of all) if (live.sessionHash === from) live.sessionHash = to
    },

    close: () => clearInterval(looking),
  }

  function register(sessionHash: string, planId: string, rights: Rights): SyncPass {
    const live: Live = {
      planId,
      sessionHash,
      rights,
      readings: 0,
      reading: Promise.resolve(),
      pass: {
        ...rights.who,
        // As they are called now: a name may have been corrected.
        get name() {
          return live.rights.who.name
        },
        get role() {
          return live.rights.who.role
        },
        get sessionKey() {
          return live.sessionHash
        },
        refusal: (verb) => refusalOf(live, verb),
        mayWrite: () => refusalOf(live, 'plan.write') === null,
        leave: () => leave(live),
      },
    }
    all.add(live)
    return live.pass
  }

  function leave(live: Live): void {
    const { pass } = live
    // The plan's id came by its address, and there is a plan.
    const planId = live.planId as PlanId
    if (all.delete(live) && !isHere(planId, pass.memberId)) deps.onLeft(planId, pass.memberId)
  }

  function isHere(planId: PlanId, memberId: MemberId): boolean {
    return [...all].some((live) => live.planId === planId && live.pass.memberId === memberId)
  }

  function refusalOf({ sessionHash, rights }: Live, verb: SocketVerb): FailureCode | null {
    if (deps.sessions.hasEnded(sessionHash)) return 'sign-in-required'
    if (rights.refusal !== null) return rights.refusal
    if (verb === 'plan.write' && !rights.mayWrite) return 'access-denied'
    return rights.holdsUntilMs <= deps.nowMs() ? 'access-denied' : null
  }
}
