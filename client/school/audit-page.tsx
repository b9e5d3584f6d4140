/** /schools/:schoolId/audit: what was done with people, rights and plans, newest first. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { type ReactNode, useId } from 'react'
import type { AuditItem } from '../../shared/api/audit.ts'
import type { MySchool } from '../../shared/api/me.ts'
import { plansQuery } from '../api/queries.ts'
import { auditQuery, deletedPlansQuery } from '../api/school-queries.ts'
import { Button } from '../ui/button.tsx'
import { languageTraits } from '../../shared/languages.ts'
import { useLanguage } from '../words/language.tsx'
import styles from './audit-page.module.css'
import { useAuditSentence } from './audit-sentence.ts'
import { ListProblem } from './list-problem.tsx'
import { mayIn, SchoolFrame, type SchoolPageProps } from './school-frame.tsx'

export function AuditPage(props: SchoolPageProps) {
  const { t } = useLingui()
  return (
    <SchoolFrame
      {...props}
      title={t`What was done`}
      lede={t`Who came and went, who may do what, and what became of the plans. What is written in a plan is not told here.`}
      verb="school.audit"
      renderPage={(school) => <Trail school={school} />}
    />
  )
}

function Trail({ school }: { readonly school: MySchool }) {
  const { language } = useLanguage()
  const trail = useInfiniteQuery(auditQuery(school.schoolId))
  const titles = usePlanTitles(school)
  const items = trail.data?.pages.flatMap(({ entries }) => entries) ?? []
  const days = groupByDay(items, languageTraits(language).locale)

  return (
    <div className={styles['trail']}>
      {days.map(({ day, items: ofDay }) => (
        <Day key={day} day={day}>
          {ofDay.map((item) => (
            <Entry key={item.seq} item={item} titles={titles} />
          ))}
        </Day>
      ))}
      {trail.isError && <ListProblem error={trail.error} onRetry={() => void trail.refetch()} />}
      {trail.hasNextPage && (
        <div>
          <Button isPending={trail.isFetchingNextPage} onPress={() => void trail.fetchNextPage()}>
            <Trans>Show older</Trans>
          </Button>
        </div>
      )}
    </div>
  )
}

function Day({ day, children }: { readonly day: string; readonly children: ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <h2 className={styles['day']} id={id}>
        {day}
      </h2>
      <ol>{children}</ol>
    </section>
  )
}

interface EntryProps {
  readonly item: AuditItem
  readonly titles: ReadonlyMap<string, string>
}

function Entry({ item, titles }: EntryProps) {
  const { language } = useLanguage()
  const sentence = useAuditSentence()
  const { locale } = languageTraits(language)
  const moment = new Date(item.atMs)
  return (
    <li className={styles['entry']}>
      <time dateTime={moment.toISOString()}>
        {moment.toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' })}
      </time>
      <span dir="auto">{sentence(item, titles)}</span>
    </li>
  )
}

/** What the plans are called that one can still see; deleted ones for whoever may restore them. */
function usePlanTitles(school: MySchool): ReadonlyMap<string, string> {
  const plans = useQuery(plansQuery(school.schoolId))
  const deleted = useQuery({
    ...deletedPlansQuery(school.schoolId),
    enabled: mayIn(school, 'plan.restore'),
  })
  const known = [...(plans.data?.plans ?? []), ...(deleted.data?.plans ?? [])]
  return new Map(known.map(({ planId, title }) => [planId, title]))
}

/** In their order, each day once, by the reader's clock. */
export function groupByDay(
  items: readonly AuditItem[],
  locale: string,
): readonly { readonly day: string; readonly items: readonly AuditItem[] }[] {
  const format = new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  })
  const days = Map.groupBy(items, ({ atMs }) => format.format(new Date(atMs)))
  return [...days].map(([day, ofDay]) => ({ day, items: ofDay }))
}
