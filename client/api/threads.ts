/** What is said about a plan: asked for, and changed. Each change answers the thread as it is then. */
import type {
  AcceptedSuggestions,
  NewMessage,
  NewThread,
  Reaction,
  Thread,
  ThreadList,
} from '../../shared/api/threads.ts'
import { request } from './request.ts'

export function fetchThreads(planId: string): Promise<ThreadList> {
  return request(`/api/plans/${planId}/threads`)
}

export function startThread(planId: string, thread: NewThread): Promise<Thread> {
  return request(`/api/plans/${planId}/threads`, { method: 'POST', body: thread })
}

export function sayInThread(
  planId: string,
  threadId: string,
  message: NewMessage,
): Promise<Thread> {
  return request(`${pathOf(planId, threadId)}/messages`, { method: 'POST', body: message })
}

/** Which message of which thread of which plan. */
export interface MessageName {
  readonly planId: string
  readonly threadId: string
  readonly messageId: string
}

export function changeMessage(message: MessageName, body: string): Promise<Thread> {
  return request(messagePath(message), { method: 'PUT', body: { body } })
}

export function takeMessageAway(message: MessageName): Promise<Thread> {
  return request(messagePath(message), { method: 'DELETE' })
}

export function setReaction(
  message: MessageName,
  reaction: Reaction,
  isGiven: boolean,
): Promise<Thread> {
  const path = `${messagePath(message)}/reactions/${reaction}`
  return request(path, { method: isGiven ? 'PUT' : 'DELETE' })
}

export function setThreadState(
  planId: string,
  threadId: string,
  state: 'open' | 'resolved',
): Promise<Thread> {
  return request(`${pathOf(planId, threadId)}/state`, { method: 'PUT', body: { state } })
}

/** @param memberId null: nobody any more. */
export function assignThread(
  planId: string,
  threadId: string,
  memberId: string | null,
): Promise<Thread> {
  return request(`${pathOf(planId, threadId)}/assignee`, { method: 'PUT', body: { memberId } })
}

/** @param sentence null: it was no decision. */
export function noteDecision(
  planId: string,
  threadId: string,
  sentence: string | null,
): Promise<Thread> {
  return request(`${pathOf(planId, threadId)}/decision`, { method: 'PUT', body: { sentence } })
}

export function markSeen(planId: string, threadId: string, seq: number): Promise<void> {
  return request(`${pathOf(planId, threadId)}/seen`, { method: 'PUT', body: { seq } })
}

export function acceptSuggestion(planId: string, threadId: string): Promise<Thread> {
  return request(`${pathOf(planId, threadId)}/accept`, { method: 'POST' })
}

export function refuseSuggestion(
  planId: string,
  threadId: string,
  reason: string,
): Promise<Thread> {
  return request(`${pathOf(planId, threadId)}/refuse`, { method: 'POST', body: { reason } })
}

export function takeSuggestionBack(planId: string, threadId: string): Promise<Thread> {
  return request(`${pathOf(planId, threadId)}/take-back`, { method: 'POST' })
}

/** All open suggestions of one member. */
export function acceptSuggestionsOf(
  planId: string,
  memberId: string,
): Promise<AcceptedSuggestions> {
  return request(`/api/plans/${planId}/accept-suggestions`, {
    method: 'POST',
    body: { by: memberId },
  })
}

function pathOf(planId: string, threadId: string): string {
  return `/api/plans/${planId}/threads/${threadId}`
}

function messagePath({ planId, threadId, messageId }: MessageName): string {
  return `${pathOf(planId, threadId)}/messages/${messageId}`
}
