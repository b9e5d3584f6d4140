/** The settings for those who only read them. */
import { Trans } from '@lingui/react/macro'
import type { SchoolSettings } from '../../shared/api/school-settings.ts'
import { languageTraits } from '../../shared/languages.ts'
import { shortDate } from '../words/dates.ts'
import { useLanguage } from '../words/language.tsx'
import { useRetentionWords } from './retention-choice.tsx'
import { SPAN_LISTS } from './settings-draft.ts'
import styles from './settings.module.css'
import { useSpanWords } from './span-words.ts'

export function SettingsShown({ settings }: { readonly settings: SchoolSettings }) {
  const { language } = useLanguage()
  const spanWords = useSpanWords()
  const retention = useRetentionWords()
  const { name, timeZone, calendar, retentionDays } = settings
  return (
    <div className={styles['form']}>
      <p className={styles['hint']}>
        <Trans>The coordinator changes them.</Trans>
      </p>
      <dl className={styles['facts']}>
        <dt>
          <Trans>Name of the school</Trans>
        </dt>
        <dd>{name}</dd>
        <dt>
          <Trans>The school’s language</Trans>
        </dt>
        <dd>{languageTraits(settings.language).name}</dd>
        <dt>
          <Trans>Time zone</Trans>
        </dt>
        <dd>{timeZone.replaceAll('_', ' ')}</dd>
        <dt>
          <Trans>How long things are kept</Trans>
        </dt>
        <dd>
          {retentionDays === null ? (
            <Trans>Not decided yet: nothing is thrown away</Trans>
          ) : (
            retention(retentionDays)
          )}
        </dd>
        {SPAN_LISTS.map((list) => (
          <div key={list}>
            <dt>{spanWords[list].title}</dt>
            {calendar[list].length === 0 && (
              <dd>
                <Trans>None</Trans>
              </dd>
            )}
            {calendar[list].map((span) => (
              <dd key={span.start}>
                {span.name}: {shortDate(span.start, language)} – {shortDate(span.end, language)}
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </div>
  )
}
