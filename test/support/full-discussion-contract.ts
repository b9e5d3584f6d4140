/** What every ThreadStore holds to when a plan holds as much talk as it may. */
import type { Kysely } from 'kysely'
import { beforeEach, expect, it } from 'vitest'
import type { ThreadStore } from '../../server/discuss/thread-store.ts'
import type { Tables } from '../../server/storage/schema.ts'
import {
  MAX_LETTERS_OF_PLAN,
  MAX_MESSAGES,
  MAX_MESSAGES_OF_PLAN,
  MAX_THREADS,
} from '../../shared/api/threads.ts'
import type { MessageId, ThreadId } from '../../shared/ids.ts'
import { NOW_MS } from './stored-school.ts'
import { by, comment, member, openThreadStore, P, Q, suggestion } from './stored-threads.ts'

export function describeFullDiscussion(db: () => Kysely<Tables>): void {
  let store: ThreadStore

  beforeEach(async () => {
    const opened = await openThreadStore(db())
    store = opened.store
  })

  it('is full some day', async () => {
    await store.addThread(P, comment('t'), by('kari'))
    await db().updateTable('thread').set({ number: MAX_THREADS }).execute()
    const old = Array.from({ length: MAX_MESSAGES - 1 }, (_, at) => ({
      id: `old ${at}` as MessageId,
      thread_id: 't' as ThreadId,
      member_id: member('kari'),
      place_in_thread: at + 1,
      created_at_ms: NOW_MS,
      body: 'x',
    }))
    await db().insertInto('thread_message').values(old).execute()

    expect(await store.addThread(P, comment('u'), by('kari'))).toBe('full')
    const reply = { threadId: 't', messageId: 'm', body: 'Nei.' }
    expect(await store.addMessage(P, reply, by('kari'))).toBe('full')
    expect(await store.addThread(P, comment('t'), by('kari'))).toBe('same')
  })

  it('is full when so much was said in all its threads', async () => {
    await store.addThread(P, comment('t'), by('kari'))
    await store.addThread(P, comment('u'), by('kari'))
    await store.addThread(Q, comment('v'), by('kari'))
    for (let from = 2; from < MAX_MESSAGES_OF_PLAN; from += 2000) {
      const some = Array.from({ length: Math.min(2000, MAX_MESSAGES_OF_PLAN - from) }, (_, at) => ({
        id: `old ${from + at}` as MessageId,
        thread_id: 'u' as ThreadId,
        member_id: member('kari'),
        place_in_thread: from + at,
        created_at_ms: NOW_MS,
        body: 'x',
      }))
      // oxlint-disable-next-line no-await-in-loop -- one statement takes so many values
      await db().insertInto('thread_message').values(some).execute()
    }
    const reply = { threadId: 't', messageId: 'm', body: 'Nei.' }

    expect(await store.addThread(P, comment('w'), by('kari'))).toBe('full')
    expect(await store.addMessage(P, reply, by('kari'))).toBe('full')
    const other = { threadId: 'v', messageId: 'n', body: 'Nei.' }
    expect(await store.addMessage(Q, other, by('kari'))).toBe('changed')
  })

  it('is full when it holds so many letters, and can be said shorter then', async () => {
    await store.addThread(P, comment('t'), by('kari'))
    const long = 'x'.repeat(MAX_LETTERS_OF_PLAN)
    await db().updateTable('thread_message').set({ body: long }).execute()
    const place = { threadId: 't', messageId: 't-0' }
    const reply = { threadId: 't', messageId: 'm', body: 'Nei.' }

    expect(await store.addThread(P, comment('w'), by('kari'))).toBe('full')
    expect(await store.addThread(P, suggestion('w'), by('kari'))).toBe('full')
    expect(await store.addMessage(P, reply, by('kari'))).toBe('full')
    expect(await store.editMessage(P, { ...place, body: `${long}x` }, by('kari'))).toBe('full')
    expect(await store.editMessage(P, { ...place, body: 'Ja.' }, by('kari'))).toBe('changed')
    expect(await store.addMessage(P, reply, by('kari'))).toBe('changed')
  })
}
