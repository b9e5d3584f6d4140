/** Coming back, on whichever device: the return code alone. */
import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import { comeBack } from '../api/pupils.ts'
import { useMutationOnce } from '../api/use-mutation-once.ts'
import { useRefusal } from '../api/use-refusal.ts'
import { Button } from '../ui/button.tsx'
import { Form } from '../ui/form.tsx'
import { CodeField } from './code-field.tsx'
import { PupilProblem, usePupilProblem } from './pupil-problem.tsx'
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
  const names = { returnCode: 'returnCode' }
  const refusal = useRefusal(coming.error, names, usePupilProblem('return'))

  const submit = (event: FormEvent) => {
    event.preventDefault()
    // Once, however often it is pressed.
    if (!coming.isPending && !coming.isSuccess) coming.mutate({ returnCode })
  }

  return (
    <Form className={styles['form']} refusal={refusal} onSubmit={submit}>
      <CodeField
        label={t`Your return code`}
        hint={t`Four groups of four letters. You wrote it down the first time.`}
        name="returnCode"
        value={returnCode}
        maxLength={CODE_LENGTH}
        onChange={setReturnCode}
      />
      {!refusal && <PupilProblem error={coming.error} kind="return" />}
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
    </Form>
  )
}
