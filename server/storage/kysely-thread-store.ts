/** ThreadStore over any database that Kysely speaks to; its deeds are in the files beside it. */
import type { Kysely } from 'kysely'
import type { ThreadStore } from '../discuss/thread-store.ts'
import {
  addMessage,
  addThread,
  editMessage,
  setReaction,
  takeMessageAway,
} from './message-deeds.ts'
import { redactThreads } from './redact-threads.ts'
import type { Tables } from './schema.ts'
import { findSuggestion, listOpenSuggestions, settleSuggestion } from './suggestion-rows.ts'
import { markSeen, setAssignee, setDecision, setResolved } from './thread-deeds.ts'
import { readThreads } from './thread-rows.ts'

export function createKyselyThreadStore(db: Kysely<Tables>): ThreadStore {
  return {
    async listThreads(plan, forMember) {
      // First: what comes meanwhile is asked for again, and never missed.
      const row = await db
        .selectFrom('plan')
        .select('thread_seq')
        .where('id', '=', plan.planId)
        .executeTakeFirst()
      const read = await readThreads(db, plan, null, forMember)
      return { ...read, seq: row?.thread_seq ?? 0 }
    },

    async findThread(plan, threadId, forMember) {
      const { threads, speakers } = await readThreads(db, plan, threadId, forMember)
      const [thread] = threads
      return thread ? { thread, speakers } : null
    },

    addThread: (plan, thread, by) => addThread(db, plan, thread, by),
    addMessage: (plan, message, by) => addMessage(db, plan, message, by),
    editMessage: (plan, message, by) => editMessage(db, plan, message, by),
    takeMessageAway: (plan, message, by) => takeMessageAway(db, plan, message, by),
    setReaction: (plan, reaction, by) => setReaction(db, plan, reaction, by),

    setResolved: (plan, threadId, isResolved, by) =>
      setResolved(db, plan, { threadId, isResolved }, by),
    setAssignee: (plan, threadId, assigneeId, by) =>
      setAssignee(db, plan, { threadId, assigneeId }, by),
    setDecision: (plan, threadId, sentence, by) =>
      setDecision(db, plan, { threadId, sentence }, by),
    markSeen: (plan, threadId, seq, by) => markSeen(db, plan, { threadId, seq }, by),

    findSuggestion: (plan, threadId) => findSuggestion(db, plan, threadId),
    listOpenSuggestions: (plan, by) => listOpenSuggestions(db, plan, by),
    settleSuggestion: (plan, threadId, settling, by) =>
      settleSuggestion(db, plan, { threadId, ...settling }, by),

    redact: (planId, scrub) => redactThreads(db, planId, scrub),
  }
}
