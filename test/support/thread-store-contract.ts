/** What every ThreadStore holds to, on whichever database. */
import type { Kysely } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import type { DeedBy, NewThreadRow, ThreadStore } from '../../server/discuss/thread-store.ts'
import { createKyselyMemberStore } from '../../server/storage/kysely-member-store.ts'
import { createKyselyPlanStore } from '../../server/storage/kysely-plan-store.ts'
import { createKyselySchoolStore } from '../../server/storage/kysely-school-store.ts'
import { createKyselyThreadStore } from '../../server/storage/kysely-thread-store.ts'
import type { Tables } from '../../server/storage/schema.ts'
import { createScrub } from '../../server/sync/scrub-words.ts'
import { MAX_MESSAGES, MAX_THREADS } from '../../shared/api/threads.ts'
import type { MemberId, MessageId, PlanId, SchoolId, ThreadId } from '../../shared/ids.ts'
import { newPlan, newSchool, NOW_MS } from './stored-school.ts'

const A = 'a' as SchoolId
const P = { planId: 'p' as PlanId, schoolId: A }
const Q = { planId: 'q' as PlanId, schoolId: A }
const member = (name: string) => `${name} of a` as MemberId
let clock = 0
const by = (name: string): DeedBy => ({ memberId: member(name), atMs: NOW_MS + ++clock })
const NOWHERE = { sectionId: null, ownerIds: [] }

const comment = (id: string, traits: Partial<NewThreadRow> = {}): NewThreadRow => ({
  threadId: id as ThreadId,
  messageId: `${id}-0` as MessageId,
  place: { kind: 'plan' },
  body: 'Ja?',
  change: null,
  facts: NOWHERE,
  ...traits,
})
const suggestion = (id: string) =>
  comment(id, {
    place: { kind: 'field', fieldId: 'pupils.next', anchor: null },
    body: null,
    change: { kind: 'words', words: 'Elevene får svar.' },
  })

export function describeThreadStore(db: () => Kysely<Tables>): void {
  let store: ThreadStore
  const threads = async (name = 'kari', plan = P) =>
    (await store.listThreads(plan, member(name))).threads
  const only = async (name = 'kari') => (await threads(name))[0]
  const waiting = async () => {
    const rows = await db()
      .selectFrom('notification')
      .selectAll()
      .orderBy('created_at_ms')
      .execute()
    return rows.map(({ member_id, kind }) => `${member_id} ${kind}`)
  }

  beforeEach(async () => {
    store = createKyselyThreadStore(db())
    await createKyselySchoolStore(db()).addExampleSchool(
      newSchool('a', [
        ['kari', 'coordinator'],
        ['ola', 'teacher'],
        ['marit', 'leadership'],
        ['gro', 'guest'],
      ]),
      9,
    )
    const plans = createKyselyPlanStore(db())
    await plans.addPlan(newPlan('p', 'a'))
    await plans.addPlan(newPlan('q', 'a', NOW_MS + 1))
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

  it('gives a thread only to one who can answer in it', async () => {
    await store.addThread(P, comment('t'), by('ola'))

    expect(await store.setAssignee(P, 't', 'nobody', by('kari'))).toBe('unknown-member')
    expect(await store.setAssignee(P, 't', member('gro'), by('kari'))).toBe('above-role')
    expect(await store.setAssignee(P, 't', member('marit'), by('kari'))).toBe('changed')
    expect(await store.setAssignee(P, 't', member('marit'), by('kari'))).toBe('same')
    expect(await only()).toMatchObject({ assigneeId: member('marit') })
    expect(await store.setAssignee(P, 't', null, by('kari'))).toBe('changed')
    expect(await waiting()).toEqual(['marit of a assigned'])
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

  describe('suggestions', () => {
    it('are settled once, from the state they are in', async () => {
      await store.addThread(P, suggestion('t'), by('marit'))
      const accept = { from: 'open', to: 'accepted', applied: '{"at":1}' } as const
      const refuse = { from: 'open', to: 'refused', reason: 'Ikke nå.' } as const

      const outcomes = await Promise.all([
        store.settleSuggestion(P, 't', accept, by('kari')),
        store.settleSuggestion(P, 't', refuse, by('ola')),
        store.settleSuggestion(P, 't', accept, by('ola')),
      ])

      expect([...outcomes].sort()).toEqual(['changed', 'settled', 'settled'])
      const found = await store.findSuggestion(P, 't')
      expect(found).toMatchObject({ by: member('marit'), byUserId: 'marit' })
      expect(found?.state).toBe(outcomes[1] === 'changed' ? 'refused' : 'accepted')
      expect(await waiting()).toEqual([`marit of a ${found?.state}`])
    })

    it('are taken back with what was kept for it, and opened again as if nothing had been', async () => {
      await store.addThread(P, suggestion('t'), by('marit'))
      const settle = (settling: Parameters<ThreadStore['settleSuggestion']>[2]) =>
        store.settleSuggestion(P, 't', settling, by('kari'))

      await settle({ from: 'open', to: 'accepted' })
      await settle({ from: 'accepted', to: 'open' })
      expect(await waiting()).toEqual([])
      expect(await only()).toMatchObject({ suggestion: { state: 'open', settled: null } })

      await settle({ from: 'open', to: 'accepted', applied: 'A' })
      expect(await store.findSuggestion(P, 't')).toMatchObject({ applied: 'A' })
      await settle({ from: 'accepted', to: 'taken-back' })
      expect(await store.findSuggestion(P, 't')).toMatchObject({
        state: 'taken-back',
        applied: 'A',
      })
      expect(await settle({ from: 'open', to: 'accepted' })).toBe('settled')
      expect(await waiting()).toEqual(['marit of a accepted', 'marit of a taken-back'])
    })

    it('are listed by whose they are while they are open; a comment is none', async () => {
      await store.addThread(P, suggestion('t'), by('marit'))
      await store.addThread(P, suggestion('u'), by('marit'))
      await store.addThread(P, suggestion('v'), by('ola'))
      await store.addThread(P, comment('w'), by('marit'))
      await store.settleSuggestion(P, 't', { from: 'open', to: 'refused' }, by('kari'))

      const open = await store.listOpenSuggestions(P, member('marit'))
      expect(open.map(({ threadId }) => threadId)).toEqual(['u'])
      expect(await store.findSuggestion(P, 'w')).toBeNull()
      expect(await store.findSuggestion(Q, 'u')).toBeNull()
      const settling = { from: 'open', to: 'accepted' } as const
      expect(await store.settleSuggestion(P, 'w', settling, by('kari'))).toBe('unknown')
      expect(await store.settleSuggestion(P, 'u', settling, by('marit'))).toBe('not-allowed')
    })
  })

  it('writes what waits for others with the deed, and seeing the thread sees it', async () => {
    await db()
      .insertInto('plan_post')
      .values({ plan_id: P.planId, post: 'head', section_id: '', member_id: member('marit') })
      .execute()
    await store.addThread(P, comment('t'), by('kari'))
    await store.addMessage(P, { threadId: 't', messageId: 'm', body: 'Nei.' }, by('ola'))
    await store.setDecision(P, 't', 'Vi gjør det.', by('ola'))

    expect(await waiting()).toEqual(['marit of a thread', 'kari of a reply', 'kari of a decision'])
    const unseen = async (name: string) => {
      const rows = await db().selectFrom('notification').selectAll().execute()
      return rows.filter((row) => row.member_id === member(name) && row.seen_at_ms === null).length
    }
    await store.markSeen(P, 't', 1, by('kari'))
    expect(await unseen('kari')).toBe(2)
    await store.markSeen(P, 't', 3, by('kari'))
    expect([await unseen('kari'), await unseen('marit')]).toEqual([0, 1])
  })

  it('forgets what waits for nobody any more when words are taken away', async () => {
    await store.addThread(P, comment('t'), by('kari'))
    await store.addMessage(P, { threadId: 't', messageId: 'm', body: 'Nei.' }, by('ola'))
    await store.takeMessageAway(P, { threadId: 't', messageId: 'm' }, by('ola'))

    expect(await waiting()).toEqual([])
  })

  it('keeps what a removed member said, and knows what they were', async () => {
    await store.addThread(P, comment('t'), by('ola'))
    await store.addMessage(P, { threadId: 't', messageId: 'm', body: 'Nei.' }, by('kari'))
    await createKyselyMemberStore(db()).remove(member('ola'), { memberId: null, atMs: NOW_MS })

    const { threads: left, speakers } = await store.listThreads(P, member('kari'))
    expect(left).toMatchObject([{ by: member('ola'), messages: [{ body: 'Ja?' }, {}] }])
    expect(speakers.get(member('ola'))).toMatchObject({ name: null, role: 'teacher' })
  })

  it('goes with its plan, whole', async () => {
    await store.addThread(P, comment('t'), by('kari'))
    await store.addThread(Q, comment('u'), by('kari'))
    const reaction = { threadId: 't', messageId: 't-0', reaction: 'agree', isGiven: true } as const
    await store.setReaction(P, reaction, by('ola'))
    await store.setAssignee(P, 't', member('ola'), by('kari'))
    await createKyselyPlanStore(db()).removePlan(P.planId, 'not-filled', NOW_MS)

    const rows = async (table: 'thread' | 'thread_message' | 'thread_seen') =>
      (await db().selectFrom(table).selectAll().execute()).length
    expect([await rows('thread'), await rows('thread_message'), await rows('thread_seen')]).toEqual(
      [1, 1, 1],
    )
    expect(await db().selectFrom('message_reaction').selectAll().execute()).toEqual([])
    expect(await waiting()).toEqual([])
  })

  it('has words taken out of all that is said about a plan, and of no other', async () => {
    const anchor = {
      from: 'AA==',
      to: 'AA==',
      quote: ' Kari Nord',
      before: 'Vi takker',
      after: 'mann og Kari No',
    }
    const place = { kind: 'field', fieldId: 'pupils.next', anchor } as const
    const change = { kind: 'words', words: 'Takk, Kari Nordmann!' } as const
    await store.addThread(P, comment('t', { place, change, body: 'KARI NORDMANN?' }), by('ola'))
    await store.addThread(P, comment('u'), by('ola'))
    await store.addThread(Q, comment('v', { body: 'Kari Nordmann' }), by('ola'))
    await store.setDecision(P, 't', 'Kari Nordmann får det.', by('kari'))
    const refuse = { from: 'open', to: 'refused', reason: 'Ikke Kari Nordmann.', applied: 'x' }
    await store.settleSuggestion(P, 't', refuse as never, by('kari'))

    const scrub = createScrub({ text: 'Kari Nordmann', replacement: '…' })
    await store.redact(P.planId, scrub)

    const listed = await store.listThreads(P, member('kari'))
    expect(JSON.stringify(listed.threads)).not.toMatch(/nord/i)
    expect(listed.threads[0]).toMatchObject({
      place: { anchor: { quote: ' …', before: 'Vi takker', after: ' og …' } },
      suggestion: { change: { words: 'Takk, …!' }, reason: 'Ikke ….' },
      decision: { sentence: '… får det.' },
      messages: [{ body: '…?' }],
      seq: 5,
    })
    expect(listed.threads[1]).toMatchObject({ seq: 2 })
    expect(scrub.places()).toBe(5)
    expect(await store.findSuggestion(P, 't')).toMatchObject({ applied: null })
    expect((await threads('kari', Q))[0]?.messages[0]?.body).toBe('Kari Nordmann')
  })
}
