import { describe, expect, it } from 'vitest'
import { type PersonKey, TERNVAG, ternvagContent } from '../../../server/example/ternvag.ts'
import type { Role } from '../../../shared/access/policy.ts'
import type { CalendarDate } from '../../../shared/calendar-date.ts'
import { COMMITMENTS } from '../../../shared/plan/commitments.ts'
import type { ActionContent } from '../../../shared/plan/plan-content.ts'
import { ACTION_TEXTS } from '../../../shared/plan/plan.ts'
import { daysLate, STATUSES } from '../../../shared/plan/status.ts'
import { etwinningSchoolV1 } from '../../../shared/templates/etwinning-school-v1.ts'
import { templateFieldIds } from '../../../shared/templates/template.ts'
import { safeLinkAddress } from '../../../shared/text/link-address.ts'
import { oneLine, plainText } from '../../../shared/text/plain-text.ts'

const memberId = (key: PersonKey) => `member-${key}`
const content = ternvagContent(memberId)
const checkIns = content.actions.flatMap((action) => action.checkIns)
const evidence = [...content.fieldEvidence, ...content.actions.flatMap((action) => action.evidence)]
const titleOf = (action: ActionContent) => oneLine(action.texts.title)

describe('the actions of Ternvåg', () => {
  it('are fifteen, three for each commitment, in the order of the mission', () => {
    const commitments = content.actions.map((action) => action.commitment)
    expect(commitments).toEqual(COMMITMENTS.flatMap((key) => [key, key, key]))
  })

  it('are 1 done, 8 started and 6 planned', () => {
    const counts = STATUSES.map(
      (status) => [status, content.actions.filter((a) => a.status === status).length] as const,
    )
    expect(Object.fromEntries(counts)).toEqual({ planned: 6, started: 8, done: 1, stopped: 0 })
  })

  it('have one that is late, by 39 days', () => {
    const late = content.actions.filter((action) => daysLate(action, TERNVAG.today) > 0)
    expect(late.map((action) => [titleOf(action), daysLate(action, TERNVAG.today)])).toEqual([
      ['Makker for nye eTwinnere', 39],
    ])
  })

  it('have a start before their deadline, both within the plan period', () => {
    for (const { start, due } of content.actions) {
      const inOrder = [TERNVAG.plan.periodStart, start, due, TERNVAG.plan.periodEnd]
      expect(inOrder).toEqual([...inOrder].sort())
      expect(start).not.toBe(due)
    }
  })

  it('hold their short texts to one paragraph, and lack at most the resources', () => {
    for (const { texts } of content.actions) {
      for (const name of ACTION_TEXTS) {
        if (name === 'description') continue
        const optional = name === 'resources' && texts[name].length === 0
        if (!optional) expect(texts[name].map((block) => block.type)).toEqual(['paragraph'])
      }
      expect(texts.description).not.toEqual([])
    }
  })

  it('are owned by staff of the school or by a typed name', () => {
    const staff = TERNVAG.people
      .filter(({ role }) => role !== 'guest' && role !== 'pupil')
      .map(({ key }) => memberId(key))
    const typed = ['name:Elevrådet', 'name:Morsmålslæreren']
    for (const { owners } of content.actions) {
      expect(owners.length).toBeGreaterThan(0)
      for (const owner of owners) expect([...staff, ...typed]).toContain(owner)
    }
    for (const { by } of checkIns) expect(staff).toContain(by)
  })

  it('have check-ins up to today, oldest first, the last with the status they have', () => {
    for (const action of content.actions) {
      const dates = action.checkIns.map((checkIn) => checkIn.date)
      expect(dates).toEqual([...dates].sort())
      for (const date of dates) expect(date <= TERNVAG.today).toBe(true)
      expect(action.checkIns.at(-1)?.status ?? action.status).toBe(action.status)
    }
  })
})

describe('the texts of Ternvåg', () => {
  it('fill every field of the template and no other', () => {
    expect(Object.keys(content.texts)).toEqual(templateFieldIds(etwinningSchoolV1))
    for (const text of Object.values(content.texts)) expect(text).not.toEqual([])
  })

  it.each(COMMITMENTS)('take 60 to 160 words for each field of %s', (commitment) => {
    for (const field of ['today', 'next'] as const) {
      const words = oneLine(content.texts[`${commitment}.${field}`] ?? []).split(' ').length
      expect(words).toBeGreaterThanOrEqual(60)
      expect(words).toBeLessThanOrEqual(160)
    }
  })

  it('have no empty line, and no space too many', () => {
    const texts = [
      ...Object.values(content.texts),
      ...content.actions.flatMap((action) => Object.values(action.texts)),
    ]
    const lines = texts.flatMap((text) => (text?.length ? plainText(text).split('\n') : []))
    for (const line of lines) expect(line).toBe(oneLine([paragraph(line)]))
    expect(lines).not.toContain('')
  })

  it('call an action, its owner and its deadline by the words of the product', () => {
    const all = JSON.stringify(content)
    expect(all).not.toMatch(/(?<!\p{L})(aksjon|oppgave|evidens|eier|deadline)\p{L}*/iu)
  })
})

describe('the calendar and the evidence of Ternvåg', () => {
  it('put nothing on a Saturday or a Sunday', () => {
    const dates = [
      TERNVAG.today,
      ...content.actions.flatMap(({ start, due }) => [start, due]),
      ...checkIns.map(({ date }) => date),
    ]
    expect(dates.filter((date) => date !== null && isWeekend(date))).toEqual([])
  })

  it('link only to addresses that lead nowhere', () => {
    for (const { kind, address } of evidence) {
      if (kind === 'note') expect(address).toBeNull()
      else expect(safeLinkAddress(address)).toMatch(/^https:\/\/ternvag\.example\/./)
    }
    const addresses = evidence.flatMap(({ address }) => address ?? [])
    expect(new Set(addresses).size).toBe(addresses.length)
  })

  it('hang evidence on the first field of every commitment', () => {
    const fieldIds = new Set(content.fieldEvidence.map(({ fieldId }) => fieldId))
    expect([...fieldIds]).toEqual(COMMITMENTS.map((commitment) => `${commitment}.today`))
  })
})

describe('the people of Ternvåg', () => {
  it('have a key each', () => {
    const keys = TERNVAG.people.map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('have one coordinator and a pupil known by a pseudonym', () => {
    expect(namesOf('coordinator')).toEqual(['Elle Márjá Lund'])
    expect(namesOf('pupil')).toEqual(['Tern 4'])
  })
})

function namesOf(role: Role): string[] {
  return TERNVAG.people.filter((person) => person.role === role).map(({ name }) => name)
}

function isWeekend(date: CalendarDate): boolean {
  return [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay())
}

function paragraph(text: string) {
  return { type: 'paragraph', content: [{ type: 'text', text, marks: [] }] } as const
}
