/**
 * The start page without connection: the plans that this device can show, and by name
 * those that it cannot. Nothing is offered that would not open.
 */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { Link } from 'wouter'
import type { MySchool } from '../../shared/api/me.ts'
import type { PlanEntry, PlanSummary } from '../../shared/api/plans.ts'
import { rememberedEntries } from '../api/plans.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Hello, type SchoolList } from './hello.tsx'
import styles from './offline-plans.module.css'
import { PlanRow } from './plan-row.tsx'
import { PlanStatePill } from './plan-state-pill.tsx'

/** A plan that this device can show without connection. */
export interface DevicePlan {
  readonly planId: string
  /** Are there words in it that the school may not have? */
  readonly hasUnsent: boolean
}

interface OfflinePlansProps {
  /** As they were when the school last answered; empty when it was never asked for. */
  readonly lists: readonly SchoolList[]
  readonly firstName: string
  readonly plansOnDevice: () => Promise<readonly DevicePlan[]>
  readonly onRetry: () => void
}

export function OfflinePlans({ lists, firstName, plansOnDevice, onRetry }: OfflinePlansProps) {
  const onDevice = useQuery({
    queryKey: ['on-device', ...lists.map(({ school }) => school.memberId)],
    queryFn: plansOnDevice,
    staleTime: 0,
    retry: false,
  })
  if (onDevice.isPending) return null

  const here = new Map((onDevice.data ?? []).map((plan) => [plan.planId, plan]))
  const schools = lists.map((list) => sortOut(list, here))
  const isNone = schools.every(({ listed, unlisted }) => listed.length + unlisted.length === 0)
  return (
    <>
      <Hello
        firstName={firstName}
        lists={schools.map(({ school, listed }) => ({ school, plans: listed }))}
      />
      <div className={styles['notice']}>
        <output>
          <strong>
            <Trans>No connection to the school.</Trans>
          </strong>{' '}
          {isNone ? (
            <Trans>
              No plan is on this device. A plan that you have opened here with a connection opens
              without one too.
            </Trans>
          ) : (
            <Trans>These plans are on this device; what you write is sent later.</Trans>
          )}
        </output>
        <Button size="small" onPress={onRetry}>
          <Trans>Try again</Trans>
        </Button>
      </div>
      {schools.map((plans) => (
        <SchoolOffline
          key={plans.school.schoolId}
          plans={plans}
          here={here}
          schoolName={schools.length > 1 ? plans.school.name : null}
        />
      ))}
    </>
  )
}

type PlansHere = ReadonlyMap<string, DevicePlan>

/** The plans of one school, by whether this device can show them. */
interface SortedPlans {
  readonly school: MySchool
  /** Here, and in the remembered list. */
  readonly listed: readonly PlanSummary[]
  /** Here, but in no list. */
  readonly unlisted: readonly PlanEntry[]
  readonly elsewhere: readonly PlanSummary[]
}

function sortOut({ school, plans }: SchoolList, here: PlansHere): SortedPlans {
  const remembered = plans ?? []
  const entries = rememberedEntries().filter(
    ({ planId, school: { schoolId } }) => here.has(planId) && schoolId === school.schoolId,
  )
  // Without its entry a plan does not open, though its text be here.
  const isHere = ({ planId }: PlanSummary) => entries.some((entry) => entry.planId === planId)
  return {
    school,
    listed: remembered.filter(isHere),
    unlisted: entries.filter((entry) => !remembered.some(({ planId }) => planId === entry.planId)),
    elsewhere: remembered.filter((plan) => !isHere(plan)),
  }
}

interface SchoolOfflineProps {
  readonly plans: SortedPlans
  readonly here: PlansHere
  /** null for whoever has one school. */
  readonly schoolName: string | null
}

function SchoolOffline({ plans, here, schoolName }: SchoolOfflineProps) {
  const { t } = useLingui()
  const id = useId()
  const { listed, unlisted, elsewhere } = plans
  const ofSchool = schoolName === null ? '' : `${schoolName}: `
  const noteOf = (planId: string) =>
    here.get(planId)?.hasUnsent ? (
      <span className={styles['unsent']}>
        <Icon name="device" />
        <Trans>May have words that are only on this device</Trans>
      </span>
    ) : null

  return (
    <>
      {listed.length + unlisted.length > 0 && (
        <section aria-labelledby={`${id}-here`}>
          <h2 className={styles['listHead']} id={`${id}-here`}>
            {ofSchool}
            <Trans>On this device</Trans>
          </h2>
          <ul>
            {listed.map((plan) => (
              <PlanRow key={plan.planId} plan={plan} note={noteOf(plan.planId)} />
            ))}
            {unlisted.map(({ planId, title, state }) => (
              <li key={planId} className={styles['row']}>
                <h3 dir="auto">
                  <Link href={`/plans/${planId}`}>{title || t`Plan without a title`}</Link>
                </h3>
                <div className={styles['line']}>
                  <PlanStatePill state={state} />
                  {noteOf(planId)}
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
      {elsewhere.length > 0 && (
        <section className={styles['elsewhere']} aria-labelledby={`${id}-elsewhere`}>
          <h2 id={`${id}-elsewhere`}>
            {ofSchool}
            <Trans>Needs a connection</Trans>
          </h2>
          <ul>
            {elsewhere.map(({ planId, title }) => (
              <li key={planId} dir="auto">
                {title || t`Plan without a title`}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
