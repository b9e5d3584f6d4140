/**
 * Saying something about a plan: what is checked, what is kept, who hears of it. Routes and the
 * example school speak through it; the suggestion's own fate is in the file beside it.
 *
 * Whether somebody may is asked before (`openPlanFor`), and once more by the store.
 */
import type {
  NewMessage,
  NewThread,
  Reaction,
  Thread,
  ThreadList,
} from '../../shared/api/threads.ts'
import { Failure, type FailureCode } from '../../shared/failure.ts'
import type { MessageId, ThreadId } from '../../shared/ids.ts'
import type { Language } from '../../shared/languages.ts'
import { findTemplate } from '../../shared/templates/templates.ts'
import type { Template } from '../../shared/templates/template.ts'
import type { PlanRow } from '../plans/plan-store.ts'
import type { SyncServer } from '../sync/sync-server.ts'
import { checkChange } from './check-change.ts'
import { checkPlace } from './check-place.ts'
import { placeFacts } from './place-facts.ts'
import { showThread } from './show-thread.ts'
import type { DeedBy, MessagePlace, ThreadOutcome, ThreadStore } from './thread-store.ts'
import { typedBody, typedText } from './typed-text.ts'

export interface DiscussionDeps {
  readonly store: ThreadStore
  readonly rooms: Pick<SyncServer, 'notifyPlan' | 'readPlan'>
}

/** Whose eyes see it; the language is the school's. */
export interface Viewer {
  readonly memberId: DeedBy['memberId']
  readonly language: Language
}

export type Discussion = ReturnType<typeof createDiscussion>

/** All but `list` and `show` throw Failures for what is not to be done; then nothing is. */
export function createDiscussion({ store, rooms }: DiscussionDeps) {
  const finish = ({ planId }: PlanRow, outcome: ThreadOutcome) => {
    if (outcome === 'changed') rooms.notifyPlan(planId, { kind: 'threads' })
    else if (outcome !== 'same') throw new Failure(REFUSALS[outcome], `${outcome} in ${planId}`)
  }

  return {
    async list(plan: PlanRow, { memberId, language }: Viewer): Promise<ThreadList> {
      const { threads, speakers, seq } = await store.listThreads(plan, memberId)
      return { threads: threads.map((thread) => showThread(thread, speakers, language)), seq }
    },

    /** @throws Failure 'not-found' */
    async show(plan: PlanRow, threadId: string, viewer: Viewer): Promise<Thread> {
      const found = await store.findThread(plan, threadId, viewer.memberId)
      if (!found) throw new Failure('not-found', `${threadId} in ${plan.planId}`)
      return showThread(found.thread, found.speakers, viewer.language)
    },

    async begin(plan: PlanRow, wanted: NewThread, by: DeedBy): Promise<void> {
      const template = templateOf(plan)
      const place = checkPlace(wanted.place, template)
      const { suggestion } = wanted
      if (suggestion === null && wanted.body === null) {
        throw new Failure('bad-request', 'a thread that says nothing')
      }
      const thread = {
        threadId: wanted.threadId as ThreadId,
        messageId: wanted.messageId as MessageId,
        place,
        body: wanted.body === null ? null : typedBody(wanted.body),
        change: suggestion && checkChange(suggestion, place, template),
        epoch: wanted.epoch ?? null,
        facts: await placeFacts(place, template, () => rooms.readPlan(plan.planId)),
      }
      finish(plan, await store.addThread(plan, thread, by))
    },

    async reply(plan: PlanRow, threadId: string, wanted: NewMessage, by: DeedBy): Promise<void> {
      const body = typedBody(wanted.body)
      const message = { threadId, messageId: wanted.messageId, body }
      finish(plan, await store.addMessage(plan, message, by))
    },

    async edit(plan: PlanRow, where: MessagePlace, body: string, by: DeedBy): Promise<void> {
      finish(plan, await store.editMessage(plan, { ...where, body: typedBody(body) }, by))
    },

    async takeAway(plan: PlanRow, where: MessagePlace, by: DeedBy): Promise<void> {
      finish(plan, await store.takeMessageAway(plan, where, by))
    },

    async react(
      plan: PlanRow,
      where: MessagePlace & { readonly reaction: Reaction; readonly isGiven: boolean },
      by: DeedBy,
    ): Promise<void> {
      finish(plan, await store.setReaction(plan, where, by))
    },

    async setState(
      plan: PlanRow,
      threadId: string,
      state: Thread['state'],
      by: DeedBy,
    ): Promise<void> {
      finish(plan, await store.setResolved(plan, threadId, state === 'resolved', by))
    },

    async assign(
      plan: PlanRow,
      threadId: string,
      memberId: string | null,
      by: DeedBy,
    ): Promise<void> {
      finish(plan, await store.setAssignee(plan, threadId, memberId, by))
    },

    async decide(
      plan: PlanRow,
      threadId: string,
      sentence: string | null,
      by: DeedBy,
    ): Promise<void> {
      const decision = sentence === null ? null : typedText(sentence).replace(/\s+/g, ' ')
      finish(plan, await store.setDecision(plan, threadId, decision, by))
    },

    /** Nobody else hears of it. */
    async see(plan: PlanRow, threadId: string, seq: number, by: DeedBy): Promise<void> {
      const outcome = await store.markSeen(plan, threadId, seq, by)
      if (outcome === 'unknown') throw new Failure('not-found', `${threadId} in ${plan.planId}`)
    },
  }
}

const REFUSALS = {
  unknown: 'not-found',
  'not-yours': 'access-denied',
  'id-taken': 'bad-request',
  full: 'discussion-full',
  'unknown-member': 'not-found',
  'above-role': 'above-role',
  'not-allowed': 'access-denied',
  'epoch-changed': 'epoch-changed',
} as const satisfies Record<Exclude<ThreadOutcome, 'changed' | 'same'>, FailureCode>

function templateOf({ planId, template: { id, version } }: PlanRow): Template {
  const template = findTemplate(id, version)
  if (!template) throw new Error(`${planId} has no template ${id} ${version}`)
  return template
}
