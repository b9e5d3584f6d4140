/** What each member may do with one plan: what is usual for them, less, or as much as their role allows. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { holds, PLAN_RIGHTS, type PlanRight } from '../../shared/access/plan-right.ts'
import type { MemberRight } from '../../shared/api/plan-people.ts'
import { useFailureWords } from '../api/failure-words.ts'
import { saveRight } from '../api/plan-people.ts'
import { problemOf } from '../api/request.ts'
import { rightsQuery } from '../api/school-queries.ts'
import { useMutationOnce } from '../api/use-mutation-once.ts'
import { ChoiceBox } from '../ui/choice-box.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import styles from './plan-people.module.css'
import { useRightWords, useRoleWords } from './role-words.ts'

interface RightsFormProps {
  readonly planId: string
  readonly members: readonly MemberRight[]
}

export function RightsForm({ planId, members }: RightsFormProps) {
  const { t } = useLingui()
  const failureWords = useFailureWords()
  const queries = useQueryClient()
  const saving = useMutationOnce({
    mutationFn: ({ memberId, right }: { memberId: string; right: PlanRight | null }) =>
      saveRight(planId, memberId, right),
    onSettled: () => queries.invalidateQueries(rightsQuery(planId)),
  })
  const failure = saving.isError ? failureWords(problemOf(saving.error)) : null

  return (
    <section className={styles['part']}>
      <div>
        <h3>
          <Trans>What each may do with this plan</Trans>
        </h3>
        <p className={styles['hint']}>
          <Trans>
            Usually the role decides. A change here holds for this plan alone, and is felt at once
            by whoever has it open.
          </Trans>
        </p>
      </div>
      {failure && <ErrorNotice title={failure.title}>{failure.advice}</ErrorNotice>}
      <output className={styles['saved']}>{saving.isSuccess && t`Saved at school`}</output>
      <ul className={styles['rights']}>
        {members.map((member) => (
          <RightRow
            key={member.memberId}
            member={member}
            onChange={(right) => saving.mutate({ memberId: member.memberId, right })}
          />
        ))}
      </ul>
    </section>
  )
}

interface RightRowProps {
  readonly member: MemberRight
  readonly onChange: (right: PlanRight | null) => void
}

const USUAL = 'usual'

function RightRow({ member, onChange }: RightRowProps) {
  const { t } = useLingui()
  const roleWords = useRoleWords()
  const rightWords = useRightWords()
  const { name, role, onPlan, usual, ceiling } = member
  const usualWords = rightWords[usual]
  const allowed = PLAN_RIGHTS.filter((right) => holds(ceiling, right))
  return (
    <li className={styles['right']}>
      <div>
        <p className={styles['label']} dir="auto">
          {name}
        </p>
        <p className={styles['hint']}>{roleWords[role].name}</p>
      </div>
      <ChoiceBox
        label={t`What ${name} may do`}
        isLabelHidden
        value={onPlan ?? USUAL}
        choices={[
          { value: USUAL, label: t`As usual: ${usualWords}` },
          ...allowed.map((right) => ({ value: right, label: rightWords[right] })),
        ]}
        onChange={(chosen) => onChange(chosen === USUAL ? null : chosen)}
      />
    </li>
  )
}
