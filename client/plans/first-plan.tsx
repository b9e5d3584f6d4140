/** A school without plans: what a plan is, and the button that makes the first one. */
import { Trans, useLingui } from '@lingui/react/macro'
import type { WheelPart } from '../../shared/api/plans.ts'
import { COMMITMENTS } from '../../shared/plan/commitments.ts'
import { Button } from '../ui/button.tsx'
import { Wheel } from '../ui/wheel.tsx'
import styles from './first-plan.module.css'

const UNWRITTEN: readonly WheelPart[] = COMMITMENTS.map((commitment) => ({
  commitment,
  today: 'empty',
  next: 'empty',
  statuses: [],
  lateCount: 0,
}))

interface FirstPlanProps {
  readonly firstName: string
  readonly schoolName: string
  /** null for those who may not make plans. */
  readonly onCreate: (() => void) | null
}

export function FirstPlan({ firstName, schoolName, onCreate }: FirstPlanProps) {
  const { t } = useLingui()
  return (
    <>
      <div className={styles['hello']}>
        <h1>{t`Welcome, ${firstName}`}</h1>
        <p>{t`${schoolName} has no plans yet.`}</p>
      </div>
      <section className={styles['box']} aria-labelledby="first-plan">
        <Wheel
          parts={UNWRITTEN}
          countWord={t`fields`}
          label={t`An empty map with five commitments`}
        />
        <div>
          <h2 id="first-plan">
            <Trans>The first plan has five parts</Trans>
          </h2>
          <p>
            <Trans>
              The template follows the five commitments and asks the questions for you. Write what
              you know. The map fills as you write.
            </Trans>
          </p>
          {onCreate ? (
            <Button tone="main" size="big" onPress={onCreate}>
              <Trans>Make the first plan</Trans>
            </Button>
          ) : (
            <p>
              <Trans>
                A teacher or the coordinator makes the first plan. Then you find it here.
              </Trans>
            </p>
          )}
        </div>
      </section>
      <Steps />
    </>
  )
}

function Steps() {
  return (
    <ol className={styles['steps']}>
      <li>
        <b>
          <Trans>Write together</Trans>
        </b>
        <span>
          <Trans>
            Everyone in the team writes at the same time. The text is saved at school word by word.
          </Trans>
        </span>
      </li>
      <li>
        <b>
          <Trans>Agree on actions</Trans>
        </b>
        <span>
          <Trans>Each action has someone responsible, a deadline and a part for the pupils.</Trans>
        </span>
      </li>
      <li>
        <b>
          <Trans>Take the plan with you</Trans>
        </b>
        <span>
          <Trans>Print it, or save it as a file that anyone can open.</Trans>
        </span>
      </li>
    </ol>
  )
}
