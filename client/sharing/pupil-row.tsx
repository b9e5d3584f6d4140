/** A pupil who reads the plan, and a new return code for one who lost theirs. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { PlanPupil } from '../../shared/api/pupils.ts'
import { useFailureWords } from '../api/failure-words.ts'
import { renewReturnCode } from '../api/pupils.ts'
import { problemOf } from '../api/request.ts'
import { useMutationOnce } from '../api/use-mutation-once.ts'
import { Button } from '../ui/button.tsx'
import { CopyLine } from '../ui/copy-line.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import styles from './open-invitations.module.css'
import parts from './share-dialog.module.css'

export function PupilRow({ pupil }: { readonly pupil: PlanPupil }) {
  const { t } = useLingui()
  const failureWords = useFailureWords()
  const { memberId, name } = pupil
  const [step, setStep] = useState<'untouched' | 'asked' | 'kept'>('untouched')
  const renewing = useMutationOnce({ mutationFn: () => renewReturnCode(memberId) })
  const failure = renewing.isError ? failureWords(problemOf(renewing.error)) : null
  const isOpen = step === 'asked' || renewing.isSuccess

  return (
    <li className={styles['link']}>
      <p className={styles['name']}>{name}</p>
      {!isOpen && (
        <Button
          size="small"
          aria-label={t`New return code: ${name}`}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- back from the question, where one was
          autoFocus={step === 'kept'}
          onPress={() => setStep('asked')}
        >
          <Trans>New return code</Trans>
        </Button>
      )}
      {step === 'asked' && !renewing.isSuccess && (
        <div className={styles['confirm']}>
          <p>
            <Trans>
              The code that {name} had stops working, and {name} comes in with the new one.
            </Trans>
          </p>
          {failure && <ErrorNotice title={failure.title}>{failure.advice}</ErrorNotice>}
          <div className={parts['buttons']}>
            <Button onPress={() => setStep('kept')}>
              <Trans>Cancel</Trans>
            </Button>
            <Button
              // oxlint-disable-next-line jsx-a11y/no-autofocus -- the button before is gone
              autoFocus
              isPending={renewing.isPending}
              onPress={() => renewing.mutate()}
            >
              <Trans>Make a new one</Trans>
            </Button>
          </div>
        </div>
      )}
      {renewing.isSuccess && (
        <div className={styles['wide']}>
          <CopyLine
            label={t`The return code of ${name}`}
            text={renewing.data.returnCode}
            button={t`Copy the code`}
            done={t`Code copied`}
            isFirst
          />
          <p className={parts['hint']}>
            <Trans>You see it only now. Give it to nobody but {name}.</Trans>
          </p>
        </div>
      )}
    </li>
  )
}
