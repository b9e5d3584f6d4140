/**
 * The one-time link of the first start: makes the school and its coordinator.
 * The token stands in the link's fragment, so that no server log ever sees it.
 */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useLocation } from 'wouter'
import { LANGUAGES, languageTraits } from '../../shared/languages.ts'
import { setUpSchool } from '../api/coming-in.ts'
import { useFailureWords } from '../api/failure-words.ts'
import { problemOf } from '../api/request.ts'
import { useMutationOnce } from '../api/use-mutation-once.ts'
import { useRefusal } from '../api/use-refusal.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Form } from '../ui/form.tsx'
import { Page } from '../ui/page.tsx'
import { Segments } from '../ui/segments.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { useLanguage } from '../words/language.tsx'
import styles from './set-up-page.module.css'

export function SetUpPage() {
  const { t } = useLingui()
  const choice = useLanguage()
  const token = location.hash.slice(1)

  return (
    <Page title={t`Set up the school`} {...choice}>
      {token === '' ? (
        <EmptyState title={t`The link is not whole`}>
          <Trans>
            Use the whole link that the server printed when it started, with everything after the #.
          </Trans>
        </EmptyState>
      ) : (
        <SetUpForm token={token} />
      )}
    </Page>
  )
}

function SetUpForm({ token }: { readonly token: string }) {
  const { t } = useLingui()
  const { language, setLanguage } = useLanguage()
  const failureWords = useFailureWords()
  const [schoolName, setSchoolName] = useState('')
  const [name, setName] = useState('')
  const settingUp = useSettingUp()
  const refusal = useRefusal(settingUp.error, { schoolName: 'schoolName', name: 'name' })

  const submit = (event: FormEvent) => {
    event.preventDefault()
    // Once, however often it is pressed.
    if (settingUp.isPending || settingUp.isSuccess) return
    settingUp.mutate({ token, schoolName: schoolName.trim(), name: name.trim(), language })
  }
  const failure = settingUp.isError && !refusal ? failureWords(problemOf(settingUp.error)) : null

  return (
    <Form className={styles['form']} refusal={refusal} onSubmit={submit}>
      <h1 className={styles['title']}>
        <Trans>Welcome to Samplan</Trans>
      </h1>
      <p className={styles['lede']}>
        <Trans>
          Two lines, and your school can write its first plan. You become its coordinator.
        </Trans>
      </p>
      <TextInput
        label={t`Name of the school`}
        value={schoolName}
        onChange={setSchoolName}
        name="schoolName"
        autoComplete="organization"
        isRequired
        isFirst
      />
      <TextInput
        label={t`Your name`}
        hint={t`This is how your colleagues see you.`}
        value={name}
        onChange={setName}
        name="name"
        autoComplete="name"
        isRequired
      />
      <div className={styles['language']}>
        <span id="set-up-language">
          <Trans>Language</Trans>
        </span>
        <Segments
          labelledBy="set-up-language"
          value={language}
          segments={LANGUAGES.map((one) => ({ value: one, label: languageTraits(one).name }))}
          onChange={setLanguage}
        />
      </div>
      {failure && <ErrorNotice title={failure.title}>{failure.advice}</ErrorNotice>}
      <div>
        <Button type="submit" tone="main" size="big" isPending={settingUp.isPending}>
          <Trans>Set up the school</Trans>
        </Button>
      </div>
    </Form>
  )
}

function useSettingUp() {
  const queries = useQueryClient()
  const [, go] = useLocation()
  return useMutationOnce({
    mutationFn: setUpSchool,
    onSuccess: async () => {
      await queries.resetQueries({ queryKey: ['me'] })
      go('/', { replace: true })
    },
  })
}
