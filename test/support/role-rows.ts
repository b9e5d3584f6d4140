/** Rows of the role matrix that have a file of their own: what is said about a plan, and what it was. */
import type { TestRequest } from './build-app.ts'
import { freshId, newThread } from './discussing.ts'

export interface RoleRow {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** As the route is declared. */
  readonly route: string
  readonly url?: string
  /** A function where each is to send one of their own. */
  readonly body?: TestRequest['body'] | (() => object)
  /** Statuses in the order of PRINCIPALS. */
  readonly statuses: readonly number[]
}

const THREAD = '/api/plans/:planId/threads/:threadId'
const SUGGESTION = () =>
  newThread({
    place: { kind: 'field', fieldId: 'leadership.next', anchor: null },
    suggestion: { kind: 'words', words: 'Et mandat.' },
  })

// prettier-ignore
//                                                                                     nobo coor teac lead pupi gues stra susp expi narr shut wide both
export const THREAD_ROWS: readonly RoleRow[] = [
  { method: 'GET', route: '/api/plans/:planId/threads', statuses:                      [401, 200, 200, 200, 403, 403, 403, 403, 403, 403, 403, 200, 403] },
  { method: 'POST', route: '/api/plans/:planId/threads', body: newThread, statuses:    [401, 201, 201, 201, 403, 403, 403, 403, 403, 403, 403, 201, 403] },
  { method: 'POST', route: '/api/plans/:planId/threads', body: SUGGESTION, statuses:   [401, 201, 201, 201, 403, 403, 403, 403, 403, 403, 403, 201, 403] },
  { method: 'POST', route: `${THREAD}/messages`, body: () => ({ messageId: freshId(), body: 'Ja' }), statuses: [401, 201, 201, 201, 403, 403, 403, 403, 403, 403, 403, 201, 403] },
  { method: 'PUT', route: `${THREAD}/messages/:messageId/reactions/:reaction`, url: `${THREAD}/messages/:messageId/reactions/agree`, statuses: [401, 200, 200, 200, 403, 403, 403, 403, 403, 403, 403, 200, 403] },
  { method: 'DELETE', route: `${THREAD}/messages/:messageId/reactions/:reaction`, url: `${THREAD}/messages/:messageId/reactions/agree`, statuses: [401, 200, 200, 200, 403, 403, 403, 403, 403, 403, 403, 200, 403] },
  // It is the coordinator's message.
  { method: 'PUT', route: `${THREAD}/messages/:messageId`, body: { body: 'Nei' }, statuses: [401, 200, 403, 403, 403, 403, 403, 403, 403, 403, 403, 403, 403] },
  { method: 'DELETE', route: `${THREAD}/messages/:messageId`, statuses:                [401, 200, 403, 403, 403, 403, 403, 403, 403, 403, 403, 403, 403] },
  { method: 'PUT', route: `${THREAD}/state`, body: { state: 'resolved' }, statuses:    [401, 200, 200, 200, 403, 403, 403, 403, 403, 403, 403, 200, 403] },
  { method: 'PUT', route: `${THREAD}/assignee`, body: { memberId: null }, statuses:    [401, 200, 200, 200, 403, 403, 403, 403, 403, 403, 403, 200, 403] },
  { method: 'PUT', route: `${THREAD}/decision`, body: { sentence: 'Ja.' }, statuses:   [401, 200, 200, 403, 403, 403, 403, 403, 403, 403, 403, 200, 403] },
  // It is a comment: nothing to accept.
  { method: 'POST', route: `${THREAD}/accept`, statuses:                               [401, 404, 404, 403, 403, 403, 403, 403, 403, 403, 403, 404, 403] },
  { method: 'POST', route: `${THREAD}/refuse`, body: { reason: 'Nei' }, statuses:      [401, 404, 404, 403, 403, 403, 403, 403, 403, 403, 403, 404, 403] },
  { method: 'POST', route: `${THREAD}/take-back`, statuses:                            [401, 404, 404, 403, 403, 403, 403, 403, 403, 403, 403, 404, 403] },
  { method: 'POST', route: '/api/plans/:planId/accept-suggestions', body: { by: freshId() }, statuses: [401, 200, 200, 403, 403, 403, 403, 403, 403, 403, 403, 200, 403] },
  { method: 'PUT', route: `${THREAD}/seen`, body: { seq: 1 }, statuses:                [401, 204, 204, 204, 403, 403, 403, 403, 403, 403, 403, 204, 403] },
  // What is said is for those who take part in it.
  { method: 'GET', route: '/api/plans/:planId/export/:format', url: '/api/plans/:planId/export/md?threads=1', statuses: [401, 200, 200, 200, 403, 403, 403, 403, 403, 403, 403, 200, 403] },
]

const BACK = { seq: 1, what: { kind: 'plan' } }
const NAMED = { name: 'Et navn' }

// prettier-ignore
//                                                                                     nobo coor teac lead pupi gues stra susp expi narr shut wide both
export const HISTORY_ROWS: readonly RoleRow[] = [
  { method: 'GET', route: '/api/plans/:planId/versions', statuses:                     [401, 200, 200, 200, 403, 403, 403, 403, 403, 200, 403, 200, 403] },
  { method: 'POST', route: '/api/plans/:planId/versions', body: NAMED, statuses:        [401, 201, 201, 403, 403, 403, 403, 403, 403, 403, 403, 201, 403] },
  { method: 'PUT', route: '/api/plans/:planId/versions/:seq', url: '/api/plans/:planId/versions/1', body: NAMED, statuses: [401, 200, 200, 403, 403, 403, 403, 403, 403, 403, 403, 200, 403] },
  { method: 'GET', route: '/api/plans/:planId/moments/:seq', url: '/api/plans/:planId/moments/1', statuses: [401, 200, 200, 200, 403, 403, 403, 403, 403, 200, 403, 200, 403] },
  { method: 'GET', route: '/api/plans/:planId/changes', statuses:                      [401, 200, 200, 200, 403, 403, 403, 403, 403, 200, 403, 200, 403] },
  { method: 'GET', route: '/api/plans/:planId/authors', statuses:                      [401, 200, 200, 200, 403, 403, 403, 403, 403, 200, 403, 200, 403] },
  { method: 'POST', route: '/api/plans/:planId/visit', statuses:                       [401, 200, 200, 200, 403, 403, 403, 403, 403, 200, 403, 200, 403] },
  { method: 'POST', route: '/api/plans/:planId/restore', body: BACK, statuses:         [401, 200, 200, 403, 403, 403, 403, 403, 403, 403, 403, 200, 403] },
]
