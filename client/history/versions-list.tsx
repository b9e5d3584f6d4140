/** The versions of a plan by days: named ones stand out, each with who wrote. One is chosen. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useRef } from 'react'
import { Link } from 'wouter'
import type { Version, VersionList } from '../../shared/api/history.ts'
import { personColour } from '../../shared/access/person-colour.ts'
import type { CalendarDate } from '../../shared/calendar-date.ts'
import { languageTraits } from '../../shared/languages.ts'
import { Avatar } from '../ui/avatar.tsx'
import { dayOfYear } from '../words/dates.ts'
import { useLanguage } from '../words/language.tsx'
import { historyAddress, type HistoryChoice } from './history-choice.ts'
import { useHistorySetting, useMayName } from './history-setting.ts'
import { timeWords } from './moment-words.ts'
import { VersionMenu } from './version-menu.tsx'
import { versionsByDay } from './versions-by-day.ts'
import styles from './versions-list.module.css'

interface VersionsListProps {
  readonly versions: VersionList
  /** The moment that is compared, or shown. */
  readonly from: number
  readonly choice: HistoryChoice
}

export function VersionsList({ versions: { versions }, from, choice }: VersionsListProps) {
  const { t } = useLingui()
  const { language } = useLanguage()
  const days = versionsByDay(versions)
  return (
    <nav aria-label={t`Versions`}>
      <h2 className={styles['title']}>
        <Trans>Versions</Trans>
      </h2>
      {days.length === 0 && (
        <p className={styles['none']}>
          <Trans>The first one is made when somebody has written and pauses.</Trans>
        </p>
      )}
      {days.map(({ date, versions: ofDay }) => (
        <section key={date} aria-label={dayOfYear(date as CalendarDate, language)}>
          <h3 className={styles['day']}>{dayOfYear(date as CalendarDate, language)}</h3>
          <ul>
            {ofDay.map((version) => (
              <VersionRow
                key={version.seq}
                version={version}
                isChosen={version.seq === from}
                choice={choice}
              />
            ))}
          </ul>
        </section>
      ))}
    </nav>
  )
}

interface VersionRowProps {
  readonly version: Version
  readonly isChosen: boolean
  readonly choice: HistoryChoice
}

function VersionRow({ version, isChosen, choice }: VersionRowProps) {
  const { language } = useLanguage()
  const { planId } = useHistorySetting().entry
  const { seq, kind, name, atMs, by } = version
  const mayName = useMayName()
  const link = useRef<HTMLAnchorElement>(null)
  const isAfter = choice.to !== null && choice.to <= seq
  const address = historyAddress(planId, { ...choice, from: seq, to: isAfter ? null : choice.to })
  return (
    <li className={styles['row']}>
      <Link
        ref={link}
        href={address}
        className={styles['version']}
        data-kind={kind}
        {...(isChosen && { 'aria-current': 'true' as const })}
      >
        <span className={styles['time']}>{timeWords(atMs, languageTraits(language).locale)}</span>{' '}
        <span className={styles['what']}>
          {name !== null && <span className={styles['name']}>{name}</span>}
          {kind === 'restore' && (
            <span className={styles['kind']}>
              <Trans>Before something was restored</Trans>
            </span>
          )}
          <span className={styles['people']}>
            {by.map((speaker) => (
              <span key={speaker.memberId} className={styles['person']}>
                <Avatar
                  name={speaker.name}
                  colour={personColour(speaker.memberId)}
                  size="small"
                  isDecoration
                />
                {speaker.name}
              </span>
            ))}
          </span>
        </span>
      </Link>
      {mayName && name !== null && <VersionMenu seq={seq} name={name} beside={link} />}
    </li>
  )
}
