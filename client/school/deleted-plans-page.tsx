/** /schools/:schoolId/deleted-plans: what can still be had back, and until when. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import type { DeletedPlanList } from '../../shared/api/plan-people.ts'
import type { MySchool } from '../../shared/api/me.ts'
import { useFailureWords } from '../api/failure-words.ts'
import { savePlanState } from '../api/plan-people.ts'
import { plansQuery } from '../api/queries.ts'
import { problemOf } from '../api/request.ts'
import { deletedPlansQuery } from '../api/school-queries.ts'
import { useMutationOnce } from '../api/use-mutation-once.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { keepFocus } from '../ui/keep-focus.ts'
import { useNotice } from '../ui/notice.tsx'
import { momentWords } from '../words/dates.ts'
import { useLanguage } from '../words/language.tsx'
import { useNow } from '../words/use-now.ts'
import { ListProblem } from './list-problem.tsx'
import styles from './people.module.css'
import { SchoolFrame, type SchoolPageProps } from './school-frame.tsx'

const MS_PER_DAY = 86_400_000

type DeletedPlan = DeletedPlanList['plans'][number]

export function DeletedPlansPage(props: SchoolPageProps) {
  const { t } = useLingui()
  return (
    <SchoolFrame
      {...props}
      title={t`Deleted plans`}
      lede={t`A deleted plan can be had back for 30 days. Then it is gone for good.`}
      verb="plan.restore"
      renderPage={(school) => <DeletedPlans school={school} />}
    />
  )
}

function DeletedPlans({ school }: { readonly school: MySchool }) {
  const deleted = useQuery(deletedPlansQuery(school.schoolId))
  return (
    <div>
      {deleted.isError && (
        <ListProblem error={deleted.error} onRetry={() => void deleted.refetch()} />
      )}
      {deleted.data?.plans.length === 0 && (
        <p className={styles['hint']}>
          <Trans>There are none.</Trans>
        </p>
      )}
      <ul>
        {deleted.data?.plans.map((plan) => (
          <DeletedPlanRow key={plan.planId} plan={plan} school={school} />
        ))}
      </ul>
    </div>
  )
}

interface DeletedPlanRowProps {
  readonly plan: DeletedPlan
  readonly school: MySchool
}

function DeletedPlanRow({ plan, school }: DeletedPlanRowProps) {
  const { t } = useLingui()
  const { language } = useLanguage()
  const nowMs = useNow()
  const [, go] = useLocation()
  const failureWords = useFailureWords()
  const show = useNotice()
  const queries = useQueryClient()
  const title = plan.title || t`Plan without a title`
  const deletedAt = momentWords(plan.deletedAtMs, nowMs, language)
  const daysLeft = Math.max(0, Math.ceil((plan.goneAtMs - nowMs) / MS_PER_DAY))
  const restoring = useMutationOnce({
    mutationFn: () => savePlanState(plan.planId, 'active'),
    onSuccess: async () => {
      show({
        words: t`“${title}” is among the plans again.`,
        action: { label: t`Open the plan`, onPress: () => go(`/plans/${plan.planId}`) },
      })
      await Promise.all([
        queries.invalidateQueries(deletedPlansQuery(school.schoolId)),
        queries.invalidateQueries({ queryKey: plansQuery(school.schoolId).queryKey }),
      ])
      keepFocus()
    },
  })
  const failure = restoring.isError ? failureWords(problemOf(restoring.error)) : null

  return (
    <li className={styles['deleted']}>
      <div>
        <p className={styles['name']} dir="auto">
          {title}
        </p>
        <p className={styles['facts']}>
          <Trans>Deleted {deletedAt}.</Trans>{' '}
          <Plural value={daysLeft} _0="Gone today." one="Gone tomorrow." other="Gone in # days." />
        </p>
      </div>
      <Button
        icon="undo"
        aria-label={t`Restore “${title}”`}
        isPending={restoring.isPending}
        onPress={() => restoring.mutate()}
      >
        <Trans>Restore</Trans>
      </Button>
      {failure && <ErrorNotice title={failure.title}>{failure.advice}</ErrorNotice>}
    </li>
  )
}
