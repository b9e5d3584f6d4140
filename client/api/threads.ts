/**
 * What is said about a plan: asked for, and changed. Each change answers the thread as it is then.
 * Every request says whose page it is: the browser's session may be somebody else's by now.
 */
import type { PlanEntry } from '../../shared/api/plans.ts'
import {
  type AcceptedSuggestions,
  type NewMessage,
  type NewThread,
  type Reaction,
  type Thread,
  type ThreadList,
  USER_HEADER,
} from '../../shared/api/threads.ts'
import { request, type RequestOptions } from './request.ts'

/** The plan, and who has it open: its entry has both. */
export interface PlanPage {
  readonly planId: string
  readonly me: Pick<PlanEntry['me'], 'userId'>
}

export function fetchThreads(page: PlanPage): Promise<ThreadList> {
  return ask(page, '/threads')
}

export function startThread(page: PlanPage, thread: NewThread): Promise<Thread> {
  return ask(page, '/threads', { method: 'POST', body: thread })
}

export function sayInThread(
  page: PlanPage,
  threadId: string,
  message: NewMessage,
): Promise<Thread> {
  return ask(page, `${pathOf(threadId)}/messages`, { method: 'POST', body: message })
}

/** Which message of which thread, on whose page of which plan. */
export interface MessageName {
  readonly page: PlanPage
  readonly threadId: string
  readonly messageId: string
}

export function changeMessage(message: MessageName, body: string): Promise<Thread> {
  return ask(message.page, messagePath(message), { method: 'PUT', body: { body } })
}

export function takeMessageAway(message: MessageName): Promise<Thread> {
  return ask(message.page, messagePath(message), { method: 'DELETE' })
}

export function setReaction(
  message: MessageName,
  reaction: Reaction,
  isGiven: boolean,
): Promise<Thread> {
  const path = `${messagePath(message)}/reactions/${reaction}`
  return ask(message.page, path, { method: isGiven ? 'PUT' : 'DELETE' })
}

export function setThreadState(
  page: PlanPage,
  threadId: string,
  state: 'open' | 'resolved',
): Promise<Thread> {
  return ask(page, `${pathOf(threadId)}/state`, { method: 'PUT', body: { state } })
}

/** @param memberId null: nobody any more. */
export function assignThread(
  page: PlanPage,
  threadId: string,
  memberId: string | null,
): Promise<Thread> {
  return ask(page, `${pathOf(threadId)}/assignee`, { method: 'PUT', body: { memberId } })
}

/** @param sentence null: it was no decision. */
export function noteDecision(
  page: PlanPage,
  threadId: string,
  sentence: string | null,
): Promise<Thread> {
  return ask(page, `${pathOf(threadId)}/decision`, { method: 'PUT', body: { sentence } })
}

export function markSeen(page: PlanPage, threadId: string, seq: number): Promise<void> {
  return ask(page, `${pathOf(threadId)}/seen`, { method: 'PUT', body: { seq } })
}

export function acceptSuggestion(page: PlanPage, threadId: string): Promise<Thread> {
  return ask(page, `${pathOf(threadId)}/accept`, { method: 'POST' })
}

export function refuseSuggestion(
  page: PlanPage,
  threadId: string,
  reason: string,
): Promise<Thread> {
  return ask(page, `${pathOf(threadId)}/refuse`, { method: 'POST', body: { reason } })
}

export function takeSuggestionBack(page: PlanPage, threadId: string): Promise<Thread> {
  return ask(page, `${pathOf(threadId)}/take-back`, { method: 'POST' })
}

/** All open suggestions of one member. */
export function acceptSuggestionsOf(
  page: PlanPage,
  memberId: string,
): Promise<AcceptedSuggestions> {
  return ask(page, `/accept-suggestions`, {
    method: 'POST',
    body: { by: memberId },
  })
}

/** @param path behind the plan's own. */
function ask<Reply>(
  { planId, me }: PlanPage,
  path: string,
  options: RequestOptions = {},
): Promise<Reply> {
  const headers = { [USER_HEADER]: me.userId }
  return request(`/api/plans/${planId}${path}`, { ...options, headers })
}

function pathOf(threadId: string): string {
  return `/threads/${threadId}`
}

function messagePath({ threadId, messageId }: MessageName): string {
  return `${pathOf(threadId)}/messages/${messageId}`
}
