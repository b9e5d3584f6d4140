/** The title of the plan and its period, with what changed in them. */
import { Trans, useLingui } from '@lingui/react/macro'
import { languageTraits } from '../../shared/languages.ts'
import type { Period } from '../../shared/plan/plan-difference.ts'
import { compareInlines } from '../../shared/text/compare-inlines.ts'
import type { Inline } from '../../shared/text/rich-text.ts'
import { shortDate } from '../words/dates.ts'
import { useLanguage } from '../words/language.tsx'
import { Replaced } from './changed.tsx'
import styles from './facts-on-paper.module.css'
import { LineDifference } from './line-difference.tsx'
import type { Comparison } from './paper-content.ts'

interface FactsOnPaperProps {
  readonly comparison: Comparison
  readonly isWhole: boolean
}

export function FactsOnPaper({ comparison, isWhole }: FactsOnPaperProps) {
  const { t } = useLingui()
  const { before, after, difference } = comparison
  const periodWords = usePeriodWords()
  const period = difference.facts.find(({ fact }) => fact === 'period')
  const language = difference.facts.find(({ fact }) => fact === 'language')
  const isTitleChanged = before.title !== after.title
  if (!isWhole && difference.facts.length === 0) return null
  const now = { start: after.periodStart, end: after.periodEnd }

  return (
    <div className={styles['facts']}>
      <div className={styles['column']}>
        {(isWhole || isTitleChanged) && (
          <p className={styles['title']} dir="auto">
            <LineDifference
              runs={compareInlines(
                inlines(before.title),
                inlines(after.title || (isTitleChanged ? '' : t`Plan without a title`)),
              )}
            />
          </p>
        )}
        <dl>
          {(isWhole || period) && (
            <div>
              <dt>
                <Trans>Period</Trans>
              </dt>
              <dd>
                {period?.fact === 'period' ? (
                  <Replaced from={periodWords(period.from)} to={periodWords(period.to)} />
                ) : (
                  periodWords(now)
                )}
              </dd>
            </div>
          )}
          {language?.fact === 'language' && (
            <div>
              <dt>
                <Trans>Language of the plan</Trans>
              </dt>
              <dd>
                <Replaced
                  from={languageTraits(language.from).name}
                  to={languageTraits(language.to).name}
                />
              </dd>
            </div>
          )}
        </dl>
      </div>
    </div>
  )
}

function usePeriodWords(): (period: Period) => string {
  const { language } = useLanguage()
  return ({ start, end }) =>
    [start, end].map((date) => (date ? shortDate(date, language) : '–')).join(' – ')
}

function inlines(text: string): readonly Inline[] {
  return text === '' ? [] : [{ type: 'text', text, marks: [] }]
}
