/** What every ThreadStore holds to, on whichever database: what is said, and how often. */
import type { Kysely } from 'kysely'
import { beforeEach, expect, it } from 'vitest'
import type { ThreadStore } from '../../server/discuss/thread-store.ts'
import type { Tables } from '../../server/storage/schema.ts'
import { mentionText } from '../../shared/discuss/mentions.ts'
import type { MessageId, ThreadId } from '../../shared/ids.ts'
import { NOW_MS } from './stored-school.ts'
import { by, comment, member, openThreadStore, P, Q } from './stored-threads.ts'

export function describeThreadStore(db: () => Kysely<Tables>): void {
  let opened: Awaited<ReturnType<typeof openThreadStore>>
  let store: ThreadStore
  const threads: typeof opened.threads = (...asked) => opened.threads(...asked)
  const only: typeof opened.only = (...asked) => opened.only(...asked)

  beforeEach(async () => {
    opened = await openThreadStore(db())
    store = opened.store
  })

  it('numbers the threads of a plan from 1, and every change of any of them', async () => {
    await store.addThread(P, comment('t'), by('kari'))
    await store.addThread(Q, comment('v'), by('kari'))
    await store.addThread(P, comment('u'), by('ola'))
    await store.addMessage(P, { threadId: 't', messageId: 'm', body: 'Nei.' }, by('ola'))

    const listed = await store.listThreads(P, member('kari'))
    expect(listed.threads.map(({ threadId, number, seq }) => [threadId, number, seq])).toEqual([
      ['t', 1, 3],
      ['u', 2, 2],
    ])
    expect(listed.seq).toBe(3)
    expect((await threads('kari', Q)).map(({ number, seq }) => [number, seq])).toEqual([[1, 1]])
  })

  it('makes a thread and a message once, however often they are sent', async () => {
    const [who, other] = [by('kari'), by('ola')]
    const reply = { threadId: 't', messageId: 'm', body: 'Nei.' }

    const begun = await Promise.all([1, 2, 3].map(() => store.addThread(P, comment('t'), who)))
    const said = await Promise.all([1, 2, 3].map(() => store.addMessage(P, reply, who)))

    expect(begun.sort()).toEqual(['changed', 'same', 'same'])
    expect(said.sort()).toEqual(['changed', 'same', 'same'])
    expect(await store.addThread(P, comment('t'), other)).toBe('id-taken')
    expect(await store.addMessage(P, reply, other)).toBe('id-taken')
    const listed = await store.listThreads(P, member('kari'))
    expect(listed.threads[0]?.messages.map(({ body }) => body)).toEqual(['Ja?', 'Nei.'])
    expect(listed.seq).toBe(2)
  })

  it('begins nothing that was begun on a plan as it was before it was written anew', async () => {
    const { epoch } = await db()
      .selectFrom('plan')
      .select('epoch')
      .where('id', '=', P.planId)
      .executeTakeFirstOrThrow()
    const onIt = comment('t', { epoch })
    expect(await store.addThread(P, onIt, by('kari'))).toBe('changed')
    await db()
      .updateTable('plan')
      .set({ epoch: epoch + 1 })
      .where('id', '=', P.planId)
      .execute()

    expect(await store.addThread(P, comment('u', { epoch }), by('kari'))).toBe('epoch-changed')
    // It is there already, cleaned of what was taken out.
    expect(await store.addThread(P, onIt, by('kari'))).toBe('same')
    expect(await store.addThread(P, comment('u', { epoch: epoch + 1 }), by('kari'))).toBe('changed')
    expect((await threads()).map(({ threadId }) => threadId)).toEqual(['t', 'u'])
  })

  it('takes no id that names something elsewhere, and leaves no half of it', async () => {
    await store.addThread(Q, comment('v'), by('kari'))

    expect(await store.addThread(P, comment('v'), by('kari'))).toBe('id-taken')
    const stolen = comment('w', { messageId: 'v-0' as MessageId })
    expect(await store.addThread(P, stolen, by('kari'))).toBe('id-taken')
    expect(await threads()).toEqual([])
    await store.addThread(P, comment('w'), by('kari'))
    const reply = { threadId: 'w', messageId: 'v-0', body: 'Nei.' }
    expect(await store.addMessage(P, reply, by('kari'))).toBe('id-taken')
    expect(await only()).toMatchObject({ number: 1, seq: 1, messages: [{ body: 'Ja?' }] })
  })

  it('lets of two who resolve it at once the first have done it', async () => {
    await store.addThread(P, comment('t'), by('kari'))

    const outcomes = await Promise.all(
      ['kari', 'ola', 'marit'].map((name) => store.setResolved(P, 't', true, by(name))),
    )

    expect(outcomes.filter((outcome) => outcome === 'changed')).toHaveLength(1)
    expect(await only()).toMatchObject({ seq: 2 })
    await store.setResolved(P, 't', false, by('ola'))
    expect(await only()).toMatchObject({ seq: 3, resolved: null })
  })

  it('lets only its writer change a message, and nobody one that is gone', async () => {
    await store.addThread(P, comment('t'), by('kari'))
    const place = { threadId: 't', messageId: 't-0' }

    expect(await store.editMessage(P, { ...place, body: 'X' }, by('ola'))).toBe('not-yours')
    expect(await store.takeMessageAway(P, place, by('ola'))).toBe('not-yours')
    expect(await store.editMessage(P, { ...place, body: 'Ja!' }, by('kari'))).toBe('changed')
    expect(await store.editMessage(P, { ...place, body: 'Ja!' }, by('kari'))).toBe('same')
    expect(await only()).toMatchObject({ messages: [{ body: 'Ja!' }] })

    await store.setReaction(P, { ...place, reaction: 'agree', isGiven: true }, by('ola'))
    const [edit, gone] = await Promise.all([
      store.editMessage(P, { ...place, body: 'Vent' }, by('kari')),
      store.takeMessageAway(P, place, by('kari')),
    ])
    expect(gone).toBe('changed')
    expect(['changed', 'unknown']).toContain(edit)
    expect(await store.editMessage(P, { ...place, body: 'Nå' }, by('kari'))).toBe('unknown')
    expect(await store.takeMessageAway(P, place, by('kari'))).toBe('same')
    const react = { ...place, reaction: 'agree', isGiven: true } as const
    expect(await store.setReaction(P, react, by('ola'))).toBe('unknown')
    expect((await only())?.messages).toMatchObject([{ body: null, isGone: true, reactions: [] }])
  })

  it('keeps each reaction once, in the order they were given', async () => {
    await store.addThread(P, comment('t'), by('kari'))
    const give = (name: string, isGiven = true) =>
      store.setReaction(
        P,
        { threadId: 't', messageId: 't-0', reaction: 'thanks', isGiven },
        by(name),
      )

    expect(await give('ola')).toBe('changed')
    expect(await give('marit')).toBe('changed')
    expect(await give('ola')).toBe('same')
    const { messages } = (await only()) ?? { messages: [] }
    expect(messages[0]?.reactions.map((one) => one.by)).toEqual([member('ola'), member('marit')])
    expect(await give('ola', false)).toBe('changed')
    expect(await give('ola', false)).toBe('same')
  })

  it('counts one’s own change as seen, unless something before it was not', async () => {
    await store.addThread(P, comment('t'), by('kari'))
    expect(await only('kari')).toMatchObject({ seq: 1, seenSeq: 1 })
    expect(await only('ola')).toMatchObject({ seq: 1, seenSeq: 0 })

    await store.addMessage(P, { threadId: 't', messageId: 'm', body: 'Nei.' }, by('ola'))
    expect(await only('ola')).toMatchObject({ seq: 2, seenSeq: 0 })
    await store.markSeen(P, 't', 99, by('ola'))
    expect(await only('ola')).toMatchObject({ seq: 2, seenSeq: 2 })
    await store.addMessage(P, { threadId: 't', messageId: 'n', body: 'Jo.' }, by('ola'))
    expect(await only('ola')).toMatchObject({ seq: 3, seenSeq: 3 })
    await store.markSeen(P, 't', 1, by('ola'))
    expect(await only('ola')).toMatchObject({ seenSeq: 3 })
    expect(await only('kari')).toMatchObject({ seq: 3, seenSeq: 1 })
    expect(await store.markSeen(Q, 't', 1, by('ola'))).toBe('unknown')
  })

  it('asks in the deed itself whether they still may', async () => {
    await store.addThread(P, comment('t'), by('ola'))
    const reply = { threadId: 't', messageId: 'm', body: 'Nei.' }
    const suspend = (suspended_at_ms: number | null) =>
      db().updateTable('member').set({ suspended_at_ms }).where('id', '=', member('ola')).execute()

    expect(await store.addMessage(P, reply, by('gro'))).toBe('not-allowed')
    expect(await store.setDecision(P, 't', 'Ja.', by('marit'))).toBe('not-allowed')
    await suspend(1)
    expect(await store.addMessage(P, reply, by('ola'))).toBe('not-allowed')
    await suspend(null)
    await db().updateTable('plan').set({ state: 'closed' }).execute()
    expect(await store.addMessage(P, reply, by('ola'))).toBe('not-allowed')
    expect(await only()).toMatchObject({ seq: 1 })
  })

  it('is read whatever number of people are named in it', async () => {
    await store.addThread(P, comment('t'), by('kari'))
    let named = 0
    const crowd = () =>
      Array.from({ length: 217 }, () => mentionText(String(++named).padStart(20, '0'))).join('')
    const said = Array.from({ length: 160 }, (_, at) => ({
      id: `said ${at}` as MessageId,
      thread_id: 't' as ThreadId,
      member_id: member('ola'),
      place_in_thread: at + 1,
      created_at_ms: NOW_MS,
      body: crowd(),
    }))
    await db().insertInto('thread_message').values(said).execute()

    const { threads: all, speakers } = await store.listThreads(P, member('kari'))

    expect(all[0]?.messages).toHaveLength(161)
    expect([...speakers.keys()].sort()).toEqual([member('kari'), member('ola')])
  })
}
