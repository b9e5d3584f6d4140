/** What I am called, in all my schools. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useFailureWords } from '../api/failure-words.ts'
import { saveMyName } from '../api/me.ts'
import { meQuery } from '../api/queries.ts'
import { problemOf } from '../api/request.ts'
import { useMutationOnce } from '../api/use-mutation-once.ts'
import { useRefusal } from '../api/use-refusal.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Form } from '../ui/form.tsx'
import { useNotice } from '../ui/notice.tsx'
import { TextInput } from '../ui/text-input.tsx'
import styles from './account.module.css'

export function MyName({ name }: { readonly name: string }) {
  const { t } = useLingui()
  const failureWords = useFailureWords()
  const show = useNotice()
  const queries = useQueryClient()
  /** null: nothing yet, and the name shows as the school has it. */
  const [typed, setTyped] = useState<string | null>(null)
  const wanted = (typed ?? name).trim()
  const saving = useMutationOnce({
    mutationFn: () => saveMyName(wanted),
    onSuccess: async () => {
      show({ words: t`Your name is saved. Your colleagues see it when they open a plan.` })
      await queries.invalidateQueries({ queryKey: meQuery.queryKey })
    },
  })
  const refusal = useRefusal(saving.error, { name: 'name' })
  const failure = saving.isError && !refusal ? failureWords(problemOf(saving.error)) : null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!saving.isPending && wanted !== name) saving.mutate()
  }

  return (
    <section className={styles['part']} aria-labelledby="my-name">
      <h2 id="my-name">
        <Trans>Name</Trans>
      </h2>
      <Form className={styles['line']} refusal={refusal} onSubmit={submit}>
        <TextInput
          label={t`Your name`}
          hint={t`This is how your colleagues see you.`}
          value={typed ?? name}
          onChange={setTyped}
          name="name"
          autoComplete="name"
          isRequired
        />
        <Button type="submit" isPending={saving.isPending}>
          <Trans>Save the name</Trans>
        </Button>
      </Form>
      {failure && <ErrorNotice title={failure.title}>{failure.advice}</ErrorNotice>}
    </section>
  )
}
