/** What every ThreadStore holds to, on whichever database: what becomes of threads, and who is told. */
import type { Kysely } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import type { ThreadStore } from '../../server/discuss/thread-store.ts'
import { createKyselyMemberStore } from '../../server/storage/kysely-member-store.ts'
import { createKyselyPlanStore } from '../../server/storage/kysely-plan-store.ts'
import type { Tables } from '../../server/storage/schema.ts'
import { FIRST_EPOCH } from '../../server/sync/epoch.ts'
import { createScrub } from '../../server/sync/scrub-words.ts'
import { NOW_MS } from './stored-school.ts'
import { by, comment, member, openThreadStore, P, Q, suggestion } from './stored-threads.ts'

/** Nobody has a post. */
const SUGGESTED = 'kari of a suggestion'
const wayBack = (json: string) => ({ json, epoch: FIRST_EPOCH })

export function describeThreadFates(db: () => Kysely<Tables>): void {
  let opened: Awaited<ReturnType<typeof openThreadStore>>
  let store: ThreadStore
  const threads: typeof opened.threads = (...asked) => opened.threads(...asked)
  const only: typeof opened.only = (...asked) => opened.only(...asked)
  const waiting: typeof opened.waiting = () => opened.waiting()

  beforeEach(async () => {
    opened = await openThreadStore(db())
    store = opened.store
  })

  it('gives a thread only to one who can answer in it', async () => {
    await store.addThread(P, comment('t'), by('ola'))

    expect(await store.setAssignee(P, 't', 'nobody', by('kari'))).toBe('unknown-member')
    expect(await store.setAssignee(P, 't', member('gro'), by('kari'))).toBe('above-role')
    expect(await store.setAssignee(P, 't', member('marit'), by('kari'))).toBe('changed')
    expect(await store.setAssignee(P, 't', member('marit'), by('kari'))).toBe('same')
    expect(await only()).toMatchObject({ assigneeId: member('marit') })
    expect(await store.setAssignee(P, 't', null, by('kari'))).toBe('changed')
    expect(await waiting()).toEqual(['kari of a thread', 'marit of a assigned'])
  })

  describe('suggestions', () => {
    it('are settled once, from the state they are in', async () => {
      await store.addThread(P, suggestion('t'), by('marit'))
      const accept = { from: 'open', to: 'accepted', applied: wayBack('{"at":1}') } as const
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
      expect(await waiting()).toEqual([SUGGESTED, `marit of a ${found?.state}`])
    })

    it('are taken back with what was kept for it, and opened again as if nothing had been', async () => {
      await store.addThread(P, suggestion('t'), by('marit'))
      const settle = (settling: Parameters<ThreadStore['settleSuggestion']>[2]) =>
        store.settleSuggestion(P, 't', settling, by('kari'))

      await settle({ from: 'open', to: 'accepted' })
      await settle({ from: 'accepted', to: 'open' })
      expect(await waiting()).toEqual([SUGGESTED])
      expect(await only()).toMatchObject({ suggestion: { state: 'open', settled: null } })

      await settle({ from: 'open', to: 'accepted', applied: wayBack('A') })
      expect(await store.findSuggestion(P, 't')).toMatchObject({ applied: 'A' })
      await settle({ from: 'accepted', to: 'taken-back' })
      expect(await store.findSuggestion(P, 't')).toMatchObject({
        state: 'taken-back',
        applied: 'A',
      })
      expect(await settle({ from: 'open', to: 'accepted' })).toBe('settled')
      expect(await waiting()).toEqual([SUGGESTED, 'marit of a accepted', 'marit of a taken-back'])
    })

    it('are what they were again, when taking back came to nothing', async () => {
      await store.addThread(P, suggestion('t'), by('marit'))
      await store.settleSuggestion(P, 't', { from: 'open', to: 'accepted' }, by('kari'))
      const { settled = null } = (await store.findSuggestion(P, 't')) ?? {}
      expect(settled?.by).toBe(member('kari'))

      await store.settleSuggestion(P, 't', { from: 'accepted', to: 'taken-back' }, by('ola'))
      const again = { from: 'taken-back', to: 'accepted', settled } as const
      expect(await store.settleSuggestion(P, 't', again, by('ola'))).toBe('changed')

      expect(await store.findSuggestion(P, 't')).toMatchObject({ state: 'accepted', settled })
      expect(await waiting()).toEqual([SUGGESTED, 'marit of a accepted'])
    })

    it('are what they were again also when the right to decide was taken in between', async () => {
      await store.addThread(P, suggestion('t'), by('marit'))
      await store.settleSuggestion(P, 't', { from: 'open', to: 'accepted' }, by('kari'))
      const { settled = null } = (await store.findSuggestion(P, 't')) ?? {}
      await store.settleSuggestion(P, 't', { from: 'accepted', to: 'taken-back' }, by('ola'))
      await db()
        .insertInto('plan_right')
        .values({ plan_id: P.planId, member_id: member('ola'), plan_right: 'read' })
        .execute()

      const accept = { from: 'taken-back', to: 'accepted' } as const
      expect(await store.settleSuggestion(P, 't', accept, by('ola'))).toBe('not-allowed')
      expect(await store.settleSuggestion(P, 't', { ...accept, settled }, by('ola'))).toBe(
        'changed',
      )
    })

    it('keep no way back that was written before the plan was written anew', async () => {
      await store.addThread(P, suggestion('t'), by('marit'))
      expect(await store.findSuggestion(P, 't')).toMatchObject({ epoch: FIRST_EPOCH })
      await db().updateTable('plan').set({ epoch: 7 }).where('id', '=', P.planId).execute()
      const settling = { from: 'open', to: 'accepted', applied: wayBack('Nordmann') } as const

      expect(await store.settleSuggestion(P, 't', settling, by('kari'))).toBe('changed')

      const found = await store.findSuggestion(P, 't')
      expect(found).toMatchObject({ state: 'accepted', applied: null, epoch: 7 })
    })

    it('are listed by whose they are while they are open; a comment is none', async () => {
      await store.addThread(P, suggestion('t'), by('marit'))
      await store.addThread(P, suggestion('s'), by('marit'))
      await store.setResolved(P, 's', true, by('marit'))
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
    const refuse = {
      from: 'open',
      to: 'refused',
      reason: 'Ikke Kari Nordmann.',
      applied: wayBack('x'),
    }
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
