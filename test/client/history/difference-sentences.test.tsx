import { i18n } from '@lingui/core'
import * as fc from 'fast-check'
import { renderToString } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { HistorySettingProvider } from '../../../client/history/history-setting.ts'
import { compareForPaper } from '../../../client/history/paper-content.ts'
import { useDifferenceSentences } from '../../../client/history/use-difference-sentences.ts'
import { LanguageProvider } from '../../../client/words/language.tsx'
import type { CalendarDate } from '../../../shared/calendar-date.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import { etwinningSchoolV1 } from '../../../shared/templates/etwinning-school-v1.ts'
import type { RichText } from '../../../shared/text/rich-text.ts'
import { twoPlans } from '../../support/arbitrary-plan.ts'
import { planEntry } from '../../support/hand-driven-school.ts'
import {
  EMPTY_PLAN,
  paragraphs,
  plainAction,
  planWith,
  titledAction,
} from '../../support/plain-plan.ts'
import { propertyRuns, propertyTimeoutMs } from '../../support/property-runs.ts'

i18n.loadAndActivate({ locale: 'en', messages: {} })

function sentences(before: Plan, after: Plan): readonly string[] {
  const setting = { template: etwinningSchoolV1, language: 'en' } as const
  const { difference, sections } = compareForPaper(before, after, setting)
  let said: readonly string[] = []
  function Said() {
    const words = useDifferenceSentences()
    said = [...words.facts(difference.facts), ...sections.flatMap(words.section)]
    return null
  }
  renderToString(
    <LanguageProvider first="en" onChoose={() => undefined}>
      <HistorySettingProvider value={{ entry: planEntry(), template: etwinningSchoolV1 }}>
        <Said />
      </HistorySettingProvider>
    </LanguageProvider>,
  )
  return said
}

const withText = (text: RichText): Plan => ({
  ...EMPTY_PLAN,
  texts: { 'collaboration.next': text },
})

describe('what changed, in sentences', () => {
  it('says where an action came in, and until when', () => {
    const due = '2026-12-04' as CalendarDate
    const action = titledAction('1', 'The council meets', { commitment: 'collaboration', due })

    expect(sentences(EMPTY_PLAN, planWith(action))).toEqual([
      'In 2 Collaboration, sharing and teamwork, “The council meets” is added, with the deadline 4 Dec 2026.',
    ])
  })

  it('says which words stand in the place of which', () => {
    const before = withText(paragraphs('We meet tightly every week'))
    const after = withText(paragraphs('We meet on Tuesdays every week', 'And in May'))

    expect(sentences(before, after)).toEqual([
      expect.stringMatching(
        /: “tightly” is replaced by “on Tuesdays”; “And in May” is added\.$/,
      ) as string,
    ])
  })

  it('says of an action what became of it, each thing once', () => {
    const before = planWith(titledAction('1', 'Open lesson', { status: 'planned' }))
    const after = planWith(
      titledAction('1', 'Open lesson', {
        commitment: 'pupils',
        status: 'done',
        owners: [{ kind: 'name', name: 'Kari' }],
      }),
    )

    expect(sentences(before, after)).toEqual([
      expect.stringMatching(/^“Open lesson” is moved from 1 .* to 3 .*\.$/) as string,
      '“Open lesson”: the status is “Done”. It was “Planned”.',
      '“Open lesson”: responsible too: Kari.',
    ])
  })

  it('says how words look now', () => {
    const bold: RichText = [
      {
        type: 'heading',
        level: 3,
        content: [{ type: 'text', text: 'We meet', marks: [{ type: 'bold' }] }],
      },
    ]

    expect(sentences(withText(paragraphs('We meet')), withText(bold))).toEqual([
      expect.stringContaining(
        '“We meet” is a heading now; the look of “We meet” is changed: bold.',
      ) as string,
    ])
  })

  it('says nothing of two plans that are the same', () => {
    expect(sentences(planWith(plainAction('1')), planWith(plainAction('1')))).toEqual([])
  })

  it(
    'says something whole of whatever changed',
    () => {
      fc.assert(
        fc.property(twoPlans, ([before, after]) => {
          const { count } = compareForPaper(before, after, {
            template: etwinningSchoolV1,
            language: 'en',
          })
          const said = sentences(before, after)

          expect(said.length === 0).toBe(count === 0)
          expect(said.length).toBeGreaterThanOrEqual(count)
          for (const sentence of said) {
            expect(sentence).toMatch(/\.$/)
            // What people have written may look like anything.
            const ours = sentence.replace(/“[^”]*”/g, '“”')
            expect(ours).not.toMatch(/undefined|\[object|null|NaN|: \.$|; \./)
          }
        }),
        { numRuns: propertyRuns(60) },
      )
    },
    propertyTimeoutMs(60),
  )
})
