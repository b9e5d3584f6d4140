/**
 * What becomes of a suggestion: accepted into the plan, refused, taken back.
 *
 * The words are written first, through the writing door, and the row says it after: nothing is
 * called accepted that does not stand in the plan. One thread's are dealt with one after the
 * other (one process has the database), and the row decides all the same. When it says no after
 * all, what was written is taken back at once. After a crash in between the suggestion is open,
 * and stale: it asks for another look, which is true. Taking back goes the other way round, so
 * that nothing is called accepted that was taken out. docs/adr/0030.
 *
 * What is read from the row is written into the plan of that moment: when something is taken out
 * of both in between, the door refuses it, since the words may hold what was taken out.
 */
import type { AcceptedSuggestions } from '../../shared/api/threads.ts'
import type { SuggestionState } from '../../shared/discuss/suggestion.ts'
import { Failure, type FailureCode } from '../../shared/failure.ts'
import type { UserId } from '../../shared/ids.ts'
import type { PlanRow } from '../plans/plan-store.ts'
import type { SyncServer } from '../sync/sync-server.ts'
import { createInTurn } from './in-turn.ts'
import { MAX_ACCEPTED_AT_ONCE } from './limits.ts'
import type {
  DeedBy,
  SettleOutcome,
  Settling,
  StoredSuggestion,
  ThreadStore,
  WayBack,
} from './thread-store.ts'
import { typedText } from './typed-text.ts'

export interface SuggestionsDeps {
  readonly store: Pick<ThreadStore, 'findSuggestion' | 'listOpenSuggestions' | 'settleSuggestion'>
  readonly rooms: Pick<SyncServer, 'appendAsServer' | 'notifyPlan'>
}

/** Who does it, with the person behind the member: the log knows people. */
export interface SettledBy extends DeedBy {
  readonly userId: UserId
}

export type Suggestions = ReturnType<typeof createSuggestions>

/**
 * @throws Failure from all: 'not-found', 'access-denied', 'suggestion-settled',
 * 'suggestion-stale', and those of the writing door, 'epoch-changed' among them; then nothing is
 * done.
 */
export function createSuggestions({ store, rooms }: SuggestionsDeps) {
  const inTurn = createInTurn()

  const find = async (plan: PlanRow, threadId: string, from: StoredSuggestion['state']) => {
    const suggestion = await store.findSuggestion(plan, threadId)
    if (!suggestion) throw new Failure('not-found', `${threadId} in ${plan.planId}`)
    if (suggestion.state !== from) {
      throw new Failure('suggestion-settled', `${threadId} is ${suggestion.state}`)
    }
    return suggestion
  }

  const settle = async (plan: PlanRow, threadId: string, settling: Settling, by: DeedBy) => {
    const outcome = await store.settleSuggestion(plan, threadId, settling, by)
    if (outcome !== 'changed') throw new Failure(REFUSALS[outcome], `${threadId}: ${outcome}`)
  }

  /** The answer may have been lost, and not the deed. */
  const isSettled = async (
    plan: PlanRow,
    threadId: string,
    to: SuggestionState,
    { memberId, atMs }: DeedBy,
  ) => {
    const { state, settled } = (await store.findSuggestion(plan, threadId)) ?? {}
    return state === to && settled?.by === memberId && settled.atMs === atMs
  }

  const takeOut = (plan: PlanRow, { json: applied, epoch }: WayBack, by: SettledBy) => {
    const { userId, atMs } = by
    if (applied === null) throw new Failure('suggestion-stale', 'it has lost its way back')
    const change = { kind: 'take-back', applied, epoch, atMs } as const
    return rooms.appendAsServer(plan.planId, change, { userId })
  }

  /** What takes it back stays: it may have to be accepted again. */
  const settleTakenBack = async (plan: PlanRow, threadId: string, by: SettledBy) => {
    try {
      await settle(plan, threadId, { from: 'accepted', to: 'taken-back' }, by)
    } catch (error) {
      if (!(await isSettled(plan, threadId, 'taken-back', by))) throw error
    }
  }

  const accept = (plan: PlanRow, threadId: string, by: SettledBy) =>
    inTurn(threadId, async () => {
      const { threadId: id, place, change, epoch, byUserId } = await find(plan, threadId, 'open')
      const author = { userId: by.userId, wordsBy: byUserId }
      const written = { kind: 'suggestion', threadId: id, place, change, epoch } as const
      const { applied: json } = await rooms.appendAsServer(plan.planId, written, author)
      const applied = { json, epoch }
      try {
        await settle(plan, threadId, { from: 'open', to: 'accepted', applied }, by)
      } catch (error) {
        if (await isSettled(plan, threadId, 'accepted', by)) return
        await takeOut(plan, applied, by)
        throw error
      }
    })

  const tell = ({ planId }: PlanRow) => rooms.notifyPlan(planId, { kind: 'threads' })

  return {
    async accept(plan: PlanRow, threadId: string, by: SettledBy): Promise<void> {
      await accept(plan, threadId, by)
      tell(plan)
    },

    /** Those of one member that are open, in the order they were made; each whole, or stale. */
    async acceptAll(plan: PlanRow, of: string, by: SettledBy): Promise<AcceptedSuggestions> {
      const open = await store.listOpenSuggestions(plan, of)
      const accepted: string[] = []
      const stale: string[] = []
      for (const { threadId } of open.slice(0, MAX_ACCEPTED_AT_ONCE)) {
        try {
          await accept(plan, threadId, by)
          accepted.push(threadId)
        } catch (error) {
          const code = error instanceof Failure ? error.code : null
          if (code === 'suggestion-stale') stale.push(threadId)
          // Somebody else was faster: it is not among the open ones any more.
          else if (code !== 'suggestion-settled') throw error
        } finally {
          if (accepted.at(-1) === threadId) tell(plan)
        }
      }
      return { accepted, stale }
    },

    refuse: (plan: PlanRow, threadId: string, reason: string, by: DeedBy): Promise<void> =>
      inTurn(threadId, async () => {
        await find(plan, threadId, 'open')
        const settling = { from: 'open', to: 'refused', reason: typedText(reason) } as const
        await settle(plan, threadId, settling, by)
        tell(plan)
      }),

    /** @throws Failure 'suggestion-stale' also when what takes it back was redacted. */
    takeBack: (plan: PlanRow, threadId: string, by: SettledBy): Promise<void> =>
      inTurn(threadId, async () => {
        const { applied, epoch, settled } = await find(plan, threadId, 'accepted')
        if (applied === null)
          throw new Failure('suggestion-stale', `${threadId} has lost its way back`)
        await settleTakenBack(plan, threadId, by)
        try {
          await takeOut(plan, { json: applied, epoch }, by)
        } catch (error) {
          await settle(plan, threadId, { from: 'taken-back', to: 'accepted', settled }, by)
          throw error
        } finally {
          tell(plan)
        }
      }),
  }
}

const REFUSALS = {
  settled: 'suggestion-settled',
  unknown: 'not-found',
  'not-allowed': 'access-denied',
} as const satisfies Record<Exclude<SettleOutcome, 'changed'>, FailureCode>
