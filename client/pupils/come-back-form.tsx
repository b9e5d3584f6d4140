/** Coming back, on whichever device: the return code alone. */
import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import { comeBack } from '../api/pupils.ts'
import { useMutationOnce } from '../api/use-mutation-once.ts'
import { Button } from '../ui/button.tsx'
import { CodeField } from './code-field.tsx'
import { PupilProblem } from './pupil-problem.tsx'
import styles from './pupils-page.module.css'

/** Four groups of four, with room for what stands between them. */
const CODE_LENGTH = 30

export function ComeBackForm() {
  const { t } = useLingui()
  const [returnCode, setReturnCode] = useState('')
  const coming = useMutationOnce({
    mutationFn: comeBack,
    // A fresh page: nothing stays in memory of whoever was here before.
    onSuccess: ({ planId }) => location.replace(planId === null ? '/' : `/plans/${planId}`),
  })

  const submit = (event: FormEvent) => {
    event.preventDefault()
    // Once, however often it is pressed.
    if (!coming.isPending && !coming.isSuccess) coming.mutate({ returnCode })
  }

  return (
    <form className={styles['form']} onSubmit={submit}>
      <CodeField
        label={t`Your return code`}
        hint={t`Four groups of four letters. You wrote it down the first time.`}
        value={returnCode}
        maxLength={CODE_LENGTH}
        onChange={setReturnCode}
      />
      <PupilProblem error={coming.error} kind="return" />
      <div>
        <Button
          type="submit"
          tone="main"
          size="big"
          iconAfter="arrow-right"
          isPending={coming.isPending || coming.isSuccess}
        >
          <Trans>Come back in</Trans>
        </Button>
      </div>
      <p className={styles['hint']}>
        <Trans>Have you lost it? A teacher can make you a new one.</Trans>
      </p>
    </form>
  )
}
