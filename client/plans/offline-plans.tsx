/**
 * The start page without connection: the plans that this device can show, and by name
 * those that it cannot. Nothing is offered that would not open.
 */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import type { MySchool } from '../../shared/api/me.ts'
import type { PlanSummary } from '../../shared/api/plans.ts'
import { rememberedEntries } from '../api/plans.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Hello } from './hello.tsx'
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
  readonly school: MySchool
  readonly firstName: string
  /** The list as it was when the school last answered; empty when it was never asked for. */
  readonly remembered: readonly PlanSummary[]
  readonly plansOnDevice: () => Promise<readonly DevicePlan[]>
  readonly onRetry: () => void
}

export function OfflinePlans(props: OfflinePlansProps) {
  const { school, firstName, remembered, plansOnDevice, onRetry } = props
  const { t } = useLingui()
  const onDevice = useQuery({
    queryKey: ['on-device', school.memberId],
    queryFn: plansOnDevice,
    staleTime: 0,
    retry: false,
  })
  if (onDevice.isPending) return null

  const here = new Map((onDevice.data ?? []).map((plan) => [plan.planId, plan]))
  const entries = rememberedEntries().filter(
    ({ planId, school: { schoolId } }) => here.has(planId) && schoolId === school.schoolId,
  )
  // Without its entry a plan does not open, though its text be here.
  const isHere = ({ planId }: PlanSummary) => entries.some((entry) => entry.planId === planId)
  const listed = remembered.filter(isHere)
  const unlisted = entries.filter(
    (entry) => !remembered.some(({ planId }) => planId === entry.planId),
  )
  const elsewhere = remembered.filter((plan) => !isHere(plan))
  const noteOf = (planId: string) =>
    here.get(planId)?.hasUnsent ? (
      <span className={styles['unsent']}>
        <Icon name="device" />
        <Trans>Has words that are only on this device</Trans>
      </span>
    ) : null

  return (
    <>
      <Hello firstName={firstName} school={school} plans={listed} />
      <div className={styles['notice']}>
        <output>
          <strong>
            <Trans>No connection to the school.</Trans>
          </strong>{' '}
          {entries.length > 0 ? (
            <Trans>These plans are on this device; what you write is sent later.</Trans>
          ) : (
            <Trans>
              No plan is on this device. A plan that you have opened here with a connection opens
              without one too.
            </Trans>
          )}
        </output>
        <Button size="small" onPress={onRetry}>
          <Trans>Try again</Trans>
        </Button>
      </div>
      {entries.length > 0 && (
        <section aria-labelledby="on-this-device">
          <h2 className={styles['listHead']} id="on-this-device">
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
        <section className={styles['elsewhere']} aria-labelledby="not-on-this-device">
          <h2 id="not-on-this-device">
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
