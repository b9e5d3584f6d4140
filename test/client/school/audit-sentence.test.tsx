import { setupI18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { renderToString } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { groupByDay } from '../../../client/school/audit-page.tsx'
import { useAuditSentence } from '../../../client/school/audit-sentence.ts'
import { AUDIT_DEEDS, type AuditDeed, type AuditItem } from '../../../shared/api/audit.ts'

const TITLES = new Map([['p', 'Europa']])

function item(deed: AuditDeed, traits: Partial<AuditItem> = {}): AuditItem {
  return {
    seq: 1,
    atMs: 0,
    actor: { memberId: 'e', name: 'Elle' },
    deed,
    objectId: 'p',
    member: { memberId: 'k', name: 'Kari' },
    facts: {},
    text: null,
    hash: '',
    ...traits,
  }
}

function sentence(audited: AuditItem): string {
  let said = ''
  function Entry() {
    said = useAuditSentence()(audited, TITLES)
    return null
  }
  const i18n = setupI18n({ locale: 'en', messages: { en: {} } })
  renderToString(
    <I18nProvider i18n={i18n}>
      <Entry />
    </I18nProvider>,
  )
  return said
}

describe('a deed of the audit trail', () => {
  it.each(AUDIT_DEEDS)('%s is a whole sentence', (deed) => {
    const facts = { from: 'teacher', to: 'guest', role: 'teacher', changed: ['name'], count: 2 }
    const said = sentence(item(deed, { facts }))

    expect(said).toMatch(/^\p{Lu}.*\.$/u)
    expect(said).not.toMatch(/undefined|\[object|null|NaN| {2}|\(\)/)
  })

  it('says who did it with whom, and on what', () => {
    const facts = { from: 'teacher', to: 'coordinator' }

    expect(sentence(item('role-changed', { facts }))).toBe(
      'Elle changed the role of Kari from teacher to coordinator.',
    )
    expect(sentence(item('plan-state-changed', { facts: { from: 'active', to: 'deleted' } }))).toBe(
      'Elle deleted the plan “Europa”.',
    )
    expect(sentence(item('plan-state-changed', { facts: { from: 'deleted', to: 'active' } }))).toBe(
      'Elle restored the plan “Europa”.',
    )
    expect(sentence(item('settings-changed', { facts: { changed: ['calendar'] } }))).toBe(
      'Elle changed in the settings: the school calendar.',
    )
    expect(sentence(item('right-changed', { facts: { to: 'read' } }))).toBe(
      'Elle changed what Kari may do with “Europa”: Reads.',
    )
  })

  it('tells erasing somebody from being erased', () => {
    const facts = { role: 'teacher' }

    expect(sentence(item('member-erased', { objectId: 'k', facts }))).toBe(
      'Elle erased a person (teacher).',
    )
    expect(sentence(item('member-erased', { objectId: 'e', facts }))).toBe(
      'Elle was erased, as they wished (teacher).',
    )
  })

  it('names nobody who has left, and no plan that is gone', () => {
    const gone = { memberId: 'k', name: null }

    expect(sentence(item('member-suspended', { member: gone }))).toBe(
      'Elle suspended somebody who has left.',
    )
    expect(sentence(item('plan-made', { actor: gone, objectId: 'q' }))).toBe(
      'Somebody who has left made the plan “a plan that is gone”.',
    )
    expect(sentence(item('school-made', { actor: null }))).toBe('The server set the school up.')
  })
})

it('deeds stand under their day, each day once, in their order', () => {
  const noon = Date.UTC(2026, 10, 26, 12)
  const dayMs = 86_400_000
  const items = [noon, noon - 1000, noon - dayMs].map((atMs, seq) =>
    item('plan-made', { seq, atMs }),
  )

  expect(groupByDay(items, 'en-GB').map(({ items: { length } }) => length)).toEqual([2, 1])
})
