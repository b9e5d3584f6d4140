/** Plans as exporters get them: the example school's, and any there may be. */
import * as fc from 'fast-check'
import * as Y from 'yjs'
import { TERNVAG, ternvagContent } from '../../server/example/ternvag.ts'
import type { DocumentAction, PlanDocument } from '../../shared/api/plan-document.ts'
import type { CalendarDate } from '../../shared/calendar-date.ts'
import { createId, type RandomBytes } from '../../shared/ids.ts'
import { type Language, LANGUAGES } from '../../shared/languages.ts'
import { planDocument } from '../../shared/plan/plan-document.ts'
import { readPlan } from '../../shared/plan/read-plan.ts'
import { seedPlan } from '../../shared/plan/seed-plan.ts'
import { STATUSES } from '../../shared/plan/status.ts'
import { CURRENT_TEMPLATE } from '../../shared/templates/templates.ts'
import { arbitraryRichText } from './arbitrary-rich-text.ts'

/** Bytes that look random and are the same in every run. */
export function countedBytes(): RandomBytes {
  let state = 1
  return (count) =>
    Uint8Array.from({ length: count }, () => {
      state = (state * 48_271) % 2_147_483_647
      return state >> 8
    })
}

/** The whole plan of Ternvåg skole, seeded into a document and read from it. */
export function exampleDocument(language: Language): PlanDocument {
  const random = countedBytes()
  const members = new Map(
    TERNVAG.people.map(({ key, name }) => [key as string, { id: createId(random), name }]),
  )
  const doc = new Y.Doc()
  seedPlan(
    doc,
    CURRENT_TEMPLATE,
    {
      ...TERNVAG.plan,
      language: 'nb',
      content: ternvagContent((key) => members.get(key)!.id),
    },
    random,
  )

  return planDocument(readPlan(doc, CURRENT_TEMPLATE).plan, CURRENT_TEMPLATE, {
    planId: createId(random),
    seq: 1,
    contentHash: '',
    language,
    school: TERNVAG.school.name,
    today: TERNVAG.today,
    memberName: (memberId) => [...members.values()].find(({ id }) => id === memberId)?.name ?? null,
  })
}

/** Lines that try to be something else than words, wherever a person may type one. */
export const HOSTILE_LINES = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</title><script>alert(1)</script>',
  '</style><svg onload=alert(1)>',
  '<!--', '-->', ']]>', '&lt;script&gt;', '&#x3c;b&#x3e;',
  'javascript:alert(1)', 'data:text/html,<script>1</script>',
  '# Tittel', '1. mars', '- [ ] gjort', '[x](javascript:alert(1))', '| a | b |', '---',
  'Ærlig talt', 'שלום עולם', 'مرحبا بالعالم', '👩‍🏫🇳🇴',
] // prettier-ignore

const line = fc.constantFrom(...HOSTILE_LINES)
const date = fc.constantFrom('2026-01-31', '2027-12-01') as fc.Arbitrary<CalendarDate>
const nullableDate = fc.option(date)
const status = fc.constantFrom(...STATUSES)
const address = fc.constantFrom(
  'https://x.example/?a="b"&c=<d>',
  "https://x.example/'onclick='alert(1)",
  'mailto:a@x.example?subject=<b>',
  'https://x.example/a_(b)\\',
)
const evidence = fc.array(fc.record({ label: line, address: fc.option(address) }), { maxLength: 2 })

const arbitraryAction: fc.Arbitrary<DocumentAction> = fc.record({
  id: fc.nat().map((seed) => createId(() => Uint8Array.from({ length: 20 }, (_, i) => seed >> i))),
  number: fc.constantFrom('1.1', '5.12'),
  title: arbitraryRichText,
  goal: arbitraryRichText,
  description: arbitraryRichText,
  indicator: arbitraryRichText,
  pupilsPart: arbitraryRichText,
  resources: arbitraryRichText,
  owners: fc.array(line, { maxLength: 3 }),
  start: nullableDate,
  due: nullableDate,
  status,
  daysLate: fc.constantFrom(0, 1, 39),
  checkIns: fc.array(fc.record({ date, status, text: line, by: line }), { maxLength: 2 }),
  evidence,
})

const EXAMPLES = Object.fromEntries(
  LANGUAGES.map((language) => [language, exampleDocument(language)]),
) as Record<Language, PlanDocument>

/** Any plan: the template's sections, with anything that people can put into them. */
export const arbitraryDocument: fc.Arbitrary<PlanDocument> = fc
  .record({
    language: fc.constantFrom(...LANGUAGES),
    textLanguage: fc.constantFrom(...LANGUAGES),
    title: fc.oneof(line, fc.constant('')),
    school: line,
    periodStart: nullableDate,
    periodEnd: nullableDate,
    fields: fc.array(fc.record({ text: arbitraryRichText, evidence }), {
      minLength: 3,
      maxLength: 3,
    }),
    actions: fc.uniqueArray(arbitraryAction, { maxLength: 3, selector: ({ id }) => id }),
  })
  .map(({ fields, actions, ...rest }) => {
    const document = { ...EXAMPLES[rest.language], ...rest }
    return {
      ...document,
      sections: document.sections.map((section, index) => ({
        ...section,
        fields: section.fields.map((field, at) => ({ ...field, ...fields[(index + at) % 3]! })),
        actions: section.commitment === 'pupils' ? actions : [],
      })),
    }
  })
