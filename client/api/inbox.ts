/** What waits for me, and how often it comes by mail. */
import { queryOptions } from '@tanstack/react-query'
import type { DigestChoice, Inbox } from '../../shared/api/inbox.ts'
import { request } from './request.ts'

const ASK_AGAIN_MS = 2 * 60 * 1000

/** Asked again now and then while the page is looked at. */
export const inboxQuery = queryOptions({
  queryKey: ['inbox'],
  queryFn: () => request<Inbox>('/api/inbox'),
  refetchInterval: ASK_AGAIN_MS,
})

/** One by its id, or all that had come by then. */
export type SeenNow = { readonly notificationId: string } | { readonly upToMs: number }

export function markSeen(seen: SeenNow): Promise<void> {
  const body =
    'upToMs' in seen
      ? { notificationIds: [], upToMs: seen.upToMs }
      : { notificationIds: [seen.notificationId] }
  return request('/api/inbox/seen', { method: 'POST', body })
}

export const digestQuery = queryOptions({
  queryKey: ['digest'],
  queryFn: () => request<DigestChoice>('/api/me/digest'),
  staleTime: 0,
})

export function saveDigest(choice: DigestChoice): Promise<void> {
  return request('/api/me/digest', { method: 'PUT', body: choice })
}
