/** Letters about what waits: to whom, when, and what stands in them. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { giveAccount } from '../../support/accounts.ts'
import { TEST_ORIGIN } from '../../support/build-app.ts'
import { type DigestSchool, openDigestSchool } from '../../support/digest-school.ts'
import { addTestMember, addTestPlan, addTestSchool } from '../../support/test-people.ts'

const HOUR_MS = 60 * 60 * 1000
const DAY_MS = 24 * HOUR_MS

let at: DigestSchool
beforeEach(async () => {
  at = await openDigestSchool()
})
afterEach(() => at.close())

describe('a letter about what waits', () => {
  it('comes the next at.school day, in the reader’s language, with one link to each place', async () => {
    const { threadId } = await at.tellKari({
      kind: 'mention',
      body: `@{${at.school.people.coordinator.memberId}}:\nser du på dette, og på <b>dette</b>?`,
    })
    at.later(DAY_MS)

    await at.send()

    expect(at.mailbox.letters).toHaveLength(1)
    const letter = await at.mailbox.next()
    expect(letter.subject).toBe('Nytt i «Plan for Ternvåg»')
    const quote = '«@coordinator of Ternvåg: ser du på dette, og på <b>dette</b>?»'
    expect(letter.text).toContain('* leadership of Ternvåg nevnte deg')
    expect(letter.text).toContain(quote)
    const place = `${TEST_ORIGIN}/plans/${at.planId}?thread=${threadId}`
    const links = [...letter.text!.matchAll(/https?:\S+/g)].map(([link]) => link)
    expect(links).toEqual([
      place,
      `${TEST_ORIGIN}/plans/${at.planId}/history?from=last`,
      `${TEST_ORIGIN}/inbox`,
      `${TEST_ORIGIN}/account#letters`,
    ])
    expect(letter.html).toContain(`<a href="${place}"`)
    expect(letter.html).toContain('og på &lt;b&gt;dette&lt;/b&gt;?')
    expect(letter.html).not.toMatch(/<(?:img|script|link|b)\b/)
    expect(letter.headers.get('auto-submitted')).toBe('auto-generated')
  })

  it('is one for a day’s worth, by plan, with the newest few of each', async () => {
    const second = await addTestPlan(at.app, at.school, 'Den andre planen')
    await at.tellKari({ planId: second, body: 'I den andre' })
    for (const nth of [1, 2, 3, 4, 5, 6, 7]) {
      at.later(1)
      await at.tellKari({ body: `Kommentar ${nth}` })
    }
    at.later(DAY_MS)

    await at.send()
    await at.send()
    at.later(HOUR_MS)
    await at.send()

    expect(at.mailbox.letters).toHaveLength(1)
    const { subject, text = '' } = await at.mailbox.next()
    expect(subject).toBe('Nytt i 2 av planene dine')
    expect(text.indexOf('Plan for Ternvåg')).toBeLessThan(text.indexOf('Den andre planen'))
    expect(text).toContain('Kommentar 7')
    expect(text).toContain('Kommentar 3')
    expect(text).not.toContain('Kommentar 2')
    expect(text).toContain('Og 2 til i planen.')
    expect(await at.mailedAt()).not.toContain(null)
  })

  it('comes no more for those who turned it off, and on Monday for those who want it weekly', async () => {
    await at.tellKari()
    at.later(DAY_MS)
    await at.choose('off')
    await at.send()
    await at.choose('weekly')
    await at.send()
    expect(at.mailbox.letters).toHaveLength(0)

    at.later(5 * DAY_MS)
    await at.send()

    expect(at.mailbox.letters).toHaveLength(1)
    expect((await at.mailbox.next()).text).toContain('én gang i uken')
  })

  it('tells of nothing that was seen', async () => {
    await at.tellKari()
    const seen = { method: 'POST', url: '/api/inbox/seen', body: { notificationIds: [] } } as const
    await at.app.send({ ...seen, cookie: at.school.people.teacher.cookie })
    at.later(DAY_MS)

    await at.send()

    expect(at.mailbox.letters).toHaveLength(0)
  })

  it.each([
    ['whose right was narrowed', 'right'],
    ['of a plan that is deleted', 'plan'],
    ['who is suspended', 'member'],
  ])('does not tell those %s', async (_who, what) => {
    await at.tellKari()
    at.later(DAY_MS)
    const { db } = at.app.database
    const member_id = at.school.people.teacher.memberId
    if (what === 'right') {
      const right = { plan_id: at.planId as never, member_id, plan_right: 'read' as const }
      await db.insertInto('plan_right').values(right).execute()
    } else if (what === 'plan') {
      await db.updateTable('plan').set({ state: 'deleted' }).execute()
    } else {
      await db
        .updateTable('member')
        .set({ suspended_at_ms: 1 })
        .where('id', '=', member_id)
        .execute()
    }

    await at.send()

    expect(at.mailbox.letters).toHaveLength(0)
    expect(await at.mailedAt()).toEqual([null])
  })

  it('leads guests to what is said, and not to a history that is not theirs', async () => {
    const guest = await addTestMember(at.app, at.school, 'guest', { default_right: 'discuss' })
    await giveAccount(at.app, guest, { email: 'gjest@lyngnes.no', password: null })
    await at.tellKari({ to: guest.memberId })
    at.later(DAY_MS)

    await at.send()

    const { text = '' } = await at.mailbox.next()
    expect(text).toContain('?thread=')
    expect(text).not.toContain('/history')
  })

  it('is never for pupils, whatever stands in their account', async () => {
    const { pupil } = at.school.people
    await giveAccount(at.app, pupil, { email: 'otter@ternvag.no', password: null })
    await at.tellKari({ to: pupil.memberId })
    at.later(DAY_MS)

    await at.send()

    expect(at.mailbox.letters).toHaveLength(0)
  })

  it('comes from every at.school for itself, by its own clock', async () => {
    const far = await addTestSchool(at.app, 'Auckland', { timeZone: 'Pacific/Auckland' })
    const { userId } = at.school.people.teacher
    const there = await addTestMember(at.app, far, 'teacher', { userId })
    const farPlan = await addTestPlan(at.app, far, 'A plan far away')
    const by = far.people.leadership.memberId
    await at.tellKari()
    await at.tellKari({ planId: farPlan, to: there.memberId, by })
    at.later(DAY_MS)

    // Noon in Oslo, midnight in Auckland.
    await at.send()
    at.later(9 * HOUR_MS)
    await at.send()

    expect(at.mailbox.letters.map(({ subject }) => subject)).toEqual([
      'Nytt i «Plan for Ternvåg»',
      'Nytt i «A plan far away»',
    ])
  })
})
