/** A new plan: a title, the years it covers, the language it is written in. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useLocation } from 'wouter'
import type { MySchool } from '../../shared/api/me.ts'
import { type CalendarDate, parseCalendarDate } from '../../shared/calendar-date.ts'
import { type Language, LANGUAGES, languageTraits } from '../../shared/languages.ts'
import { useFailureWords } from '../api/failure-words.ts'
import { createPlan } from '../api/plans.ts'
import { plansQuery } from '../api/queries.ts'
import { problemOf } from '../api/request.ts'
import { useMutationOnce } from '../api/use-mutation-once.ts'
import { useRefusal } from '../api/use-refusal.ts'
import { Button } from '../ui/button.tsx'
import { DateButton } from '../ui/date-button.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Form } from '../ui/form.tsx'
import { Modal, ModalButtons } from '../ui/modal.tsx'
import { Segments } from '../ui/segments.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { periodYears } from '../words/dates.ts'
import { useLanguage } from '../words/language.tsx'
import styles from './new-plan-dialog.module.css'

interface NewPlanDialogProps {
  readonly school: MySchool
  readonly onClose: () => void
}

export function NewPlanDialog({ school, onClose }: NewPlanDialogProps) {
  const { t } = useLingui()
  return (
    <Modal title={t`New plan`} isOpen onClose={onClose}>
      <NewPlanForm school={school} onClose={onClose} />
    </Modal>
  )
}

function NewPlanForm({ school, onClose }: NewPlanDialogProps) {
  const { t } = useLingui()
  const choice = useLanguage()
  const failureWords = useFailureWords()
  const years = nextTwoYears(school.today)
  const span = periodYears(years.start, years.end)
  const [title, setTitle] = useState(() => t`eTwinning plan ${span}`)
  const [periodStart, setPeriodStart] = useState<CalendarDate | null>(years.start)
  const [periodEnd, setPeriodEnd] = useState<CalendarDate | null>(years.end)
  const [language, setLanguage] = useState<Language>(choice.language)
  const making = useMaking(school.schoolId)
  const refusal = useRefusal(making.error, { title: 'title' })
  const failure = making.isError && !refusal ? failureWords(problemOf(making.error)) : null

  const submit = (event: FormEvent) => {
    event.preventDefault()
    // Once, however often it is pressed.
    if (making.isPending || making.isSuccess) return
    making.mutate({ title: title.trim(), language, periodStart, periodEnd })
  }

  return (
    <Form className={styles['form']} refusal={refusal} onSubmit={submit}>
      <TextInput
        label={t`Title`}
        value={title}
        onChange={setTitle}
        name="title"
        isRequired
        isFirst
      />
      <div className={styles['group']}>
        <span className={styles['label']}>
          <Trans>Period</Trans>
        </span>
        <div className={styles['dates']}>
          <DateButton label={t`First day`} date={periodStart} onChange={setPeriodStart} />
          <span>
            <Trans>to</Trans>
          </span>
          <DateButton label={t`Last day`} date={periodEnd} onChange={setPeriodEnd} />
        </div>
      </div>
      <div className={styles['group']}>
        <span className={styles['label']} id="plan-language">
          <Trans>The plan is written in</Trans>
        </span>
        <Segments
          labelledBy="plan-language"
          value={language}
          onChange={setLanguage}
          segments={LANGUAGES.map((one) => ({ value: one, label: languageTraits(one).name }))}
        />
      </div>
      {failure && <ErrorNotice title={failure.title}>{failure.advice}</ErrorNotice>}
      <ModalButtons>
        <Button onPress={onClose}>
          <Trans>Cancel</Trans>
        </Button>
        <Button type="submit" tone="main" isPending={making.isPending}>
          <Trans>Make the plan</Trans>
        </Button>
      </ModalButtons>
    </Form>
  )
}

function useMaking(schoolId: string) {
  const queries = useQueryClient()
  const [, go] = useLocation()
  return useMutationOnce({
    mutationFn: (plan: Parameters<typeof createPlan>[1]) => createPlan(schoolId, plan),
    onSuccess: ({ planId }) => {
      void queries.invalidateQueries({ queryKey: plansQuery(schoolId).queryKey })
      go(`/plans/${planId}`)
    },
  })
}

/** The label lasts two calendar years, from the coming January. */
function nextTwoYears(today: CalendarDate): { start: CalendarDate; end: CalendarDate } {
  const next = Number(today.slice(0, 4)) + 1
  return {
    start: parseCalendarDate(`${next}-01-01`) ?? today,
    end: parseCalendarDate(`${next + 1}-12-31`) ?? today,
  }
}
