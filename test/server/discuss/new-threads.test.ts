/** Beginning a thread by requests: at which places, with which suggestions, in which words. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PlanEntry } from '../../../shared/api/plans.ts'
import { MAX_THREADS, type Thread } from '../../../shared/api/threads.ts'
import { mentionText } from '../../../shared/discuss/mentions.ts'
import type { TestApp } from '../../support/build-app.ts'
import {
  freshId,
  newThread,
  noticesIn,
  openDiscussedPlan,
  type Speaker,
} from '../../support/discussing.ts'
import { ENGINES } from '../../support/engines.ts'
import { addTestSchool, type TestSchool } from '../../support/test-people.ts'

const crowd = (count: number) =>
  Array.from({ length: count }, () => mentionText(freshId())).join(' ')

describe.each(ENGINES)('new threads on %s', (engine) => {
  let app: TestApp
  let school: TestSchool
  let planId: string
  let kari: Speaker
  let head: Speaker

  beforeEach(async () => {
    ;({ app, school, planId, kari, head } = await openDiscussedPlan(engine))
  })
  afterEach(() => app.close())

  it('hold to a place that the plan can have', async () => {
    const actionId = freshId()
    const anchor = { from: 'AQ==', to: 'AQ==', quote: 'delt', before: '', after: ' ledelse' }
    const good = [
      { kind: 'section', sectionId: 'pupils' },
      { kind: 'field', fieldId: 'pupils.next', anchor },
      { kind: 'field', fieldId: 'pupils.next', anchor: null },
      // Made in a browser that is ahead.
      { kind: 'action', actionId, part: null, anchor: null },
      { kind: 'action', actionId, part: 'goal', anchor: { ...anchor, rival: 3 } },
      { kind: 'action', actionId, part: 'due', anchor: null },
    ]
    const bad = [
      { kind: 'section', sectionId: 'nowhere' },
      { kind: 'field', fieldId: 'pupils.nowhere', anchor: null },
      { kind: 'action', actionId, part: 'due', anchor },
      { kind: 'action', actionId, part: null, anchor },
      { kind: 'action', actionId, part: 'rank', anchor: null },
      { kind: 'field', fieldId: 'pupils.next', anchor: { ...anchor, quote: '' } },
      { kind: 'somewhere' },
    ]

    for (const place of good) {
      const { place: kept } = await kari.begin({ place: { ...place, more: 'x' } as never })
      expect(kept).toEqual(place)
    }
    for (const place of bad) {
      const reply = await kari.ask('POST', '', newThread({ place: place as never }))
      expect([place, reply.json()]).toMatchObject([place, { code: 'bad-request' }])
    }
    expect((await kari.list()).threads).toHaveLength(good.length)
  })

  it('call on twenty people at once, and no more', async () => {
    const { threadId, messages } = await kari.begin({ body: crowd(20) })
    const tooMany = await Promise.all([
      kari.ask('POST', '', newThread({ body: crowd(21) })),
      kari.ask('POST', `/${threadId}/messages`, { messageId: freshId(), body: crowd(21) }),
      kari.ask('PUT', `/${threadId}/messages/${messages[0]?.messageId}`, { body: crowd(21) }),
    ])

    expect(tooMany.map((reply) => reply.json<{ code: string }>().code)).toEqual(
      Array.from({ length: 3 }, () => 'bad-request'),
    )
    expect((await kari.list()).threads).toMatchObject([{ messages: [{ body: messages[0]?.body }] }])
  })

  it('find a full discussion full, and are told so once and for all', async () => {
    const { threadId } = await kari.begin()
    await app.database.db.updateTable('thread').set({ number: MAX_THREADS }).execute()

    const reply = await kari.ask('POST', '', newThread())

    expect([reply.statusCode, reply.json()]).toMatchObject([409, { code: 'discussion-full' }])
    expect((await kari.list()).threads.map((thread) => thread.threadId)).toEqual([threadId])
  })

  it('take a suggestion only where it fits', async () => {
    const actionId = freshId()
    const onText = { kind: 'action', actionId, part: 'goal', anchor: null }
    const onDue = { kind: 'action', actionId, part: 'due', anchor: null }
    const onOwners = { ...onDue, part: 'owners' }
    const onPupils = { kind: 'section', sectionId: 'pupils' }
    const anchor = { from: 'AQ==', to: 'AQ==', quote: 'delt', before: '', after: '' }
    const words = { kind: 'words', words: ' og\rmer ' }
    const due = { kind: 'fact', fact: 'due', from: null, to: '2027-03-12' }
    const action = {
      kind: 'new-action',
      commitment: 'pupils',
      title: ' Elevene  leder ',
      description: 'En\n\nto',
      due: null,
    }
    const owners = { kind: 'fact', fact: 'owners', from: [], to: ['name: Elev\u202erådet '] }

    const kept = async (place: object, suggestion: object) => {
      const begun = await head.begin({ place, suggestion, body: null } as never)
      return begun.suggestion?.change
    }
    expect(await kept(onText, words)).toEqual({ kind: 'words', words: ' og\nmer ' })
    expect(await kept({ ...onText, anchor }, { kind: 'words', words: '' })).toBeDefined()
    expect(await kept(onDue, due)).toEqual(due)
    expect(await kept(onOwners, owners)).toEqual({ ...owners, to: ['name:Elevrådet'] })
    expect(await kept(onPupils, action)).toEqual({ ...action, title: 'Elevene leder' })

    for (const [place, suggestion] of [
      [{ kind: 'plan' }, words],
      [onDue, words],
      [onText, { kind: 'words', words: ' ' }],
      [onText, due],
      [onOwners, due],
      [onDue, { ...due, to: '1500-01-01' }],
      [onDue, { ...due, to: 'snart' }],
      [onOwners, { ...owners, to: ['kari'] }],
      [{ kind: 'section', sectionId: 'models' }, action],
      [{ kind: 'section', sectionId: 'school' }, action],
      [onText, action],
      [onPupils, { ...action, title: '\u200b' }],
    ]) {
      const reply = await head.ask('POST', '', newThread({ place, suggestion } as never))
      expect([place, suggestion, reply.json()]).toMatchObject([{}, {}, { code: 'bad-request' }])
    }
    const silent = await head.ask('POST', '', newThread({ body: null }))
    expect(silent.json()).toMatchObject({ code: 'bad-request' })
  })

  it('are not begun on a plan as it was before something was taken out of it', async () => {
    const { cookie } = school.people.leadership
    const entry = await app.send({ url: `/api/plans/${planId}/entry`, cookie })
    const { epoch } = entry.json<PlanEntry>()

    const late = await kari.ask('POST', '', newThread({ epoch: epoch - 1 }))
    expect([late.statusCode, late.json()]).toMatchObject([409, { code: 'epoch-changed' }])
    const odd = await kari.ask('POST', '', newThread({ epoch: 2 ** 53 }))
    expect(odd.json()).toMatchObject({ code: 'bad-request' })
    await kari.begin({ epoch })
    expect((await kari.list()).threads).toHaveLength(1)
  })

  it('name in plain words who would not hear of it, and mention who was mentioned before', async () => {
    const { teacher, guest } = school.people
    const narrow = (right: string | null) =>
      app.send({
        method: 'PUT',
        url: `/api/plans/${planId}/rights/${teacher.memberId}`,
        cookie: school.people.coordinator.cookie,
        body: { right },
      })
    const toTeacher = mentionText(teacher.memberId)
    const { threadId, messages } = await kari.begin({ body: `Hei ${toTeacher}` })
    expect((await narrow('read')).statusCode).toBe(204)

    const toGuest = mentionText(guest.memberId)
    const replied = await kari.reply(threadId, `${toGuest} og ${toTeacher}: hva med dette?`)
    const url = `/${threadId}/messages/${messages[0]?.messageId}`
    const edited = await kari.ask('PUT', url, { body: `Hei ${toTeacher} og ${toGuest}` })

    expect(replied.messages[1]).toMatchObject({
      body: `@${guest.name} og @${teacher.name}: hva med dette?`,
      mentions: [],
    })
    expect(edited.json<Thread>().messages[0]).toMatchObject({
      body: `Hei ${toTeacher} og @${guest.name}`,
      mentions: [{ name: teacher.name }],
    })
    expect(await noticesIn(app, planId)).toEqual([[teacher.memberId, 'mention']])
  })

  it('keep bodies clean, and mention only those of the school', async () => {
    const stranger = (await addTestSchool(app, 'Grønnvika')).people.teacher
    const { pupil } = school.people
    const body = ` Hei\u202e ${mentionText(stranger.memberId)}\r\n\r\n\r\n\r\nog ${mentionText(pupil.memberId)} `
    const { messages } = await kari.begin({ body })

    expect(messages[0]).toMatchObject({
      body: `Hei ${mentionText(stranger.memberId)}\n\nog ${mentionText(pupil.memberId)}`,
      mentions: [{ name: pupil.name, role: 'pupil' }],
    })
    expect(JSON.stringify(messages)).not.toContain(stranger.name)
    expect(await noticesIn(app, planId)).toEqual([])
    const nothing = await kari.ask('POST', '', newThread({ body: '\u200b\u202e' }))
    expect(nothing.json()).toMatchObject({ code: 'bad-request' })
    const long = await kari.ask('POST', '', newThread({ body: 'x'.repeat(5001) }))
    expect(long.json()).toMatchObject({ code: 'bad-request' })
  })
})
