/**
 * The settings as a form. Saved all at once; before that the school is asked again, so
 * that what another coordinator changed meanwhile is never written over unseen.
 */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useRef, useState } from 'react'
import type { SchoolSettings } from '../../shared/api/school-settings.ts'
import { LANGUAGES, languageTraits } from '../../shared/languages.ts'
import { useFailureWords } from '../api/failure-words.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Segments } from '../ui/segments.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { UnsavedQuestion } from '../ui/unsaved-question.tsx'
import { ChangedMeanwhile } from './changed-meanwhile.tsx'
import { RetentionChoice } from './retention-choice.tsx'
import {
  draftOf,
  findProblems,
  isSameDraft,
  isSound,
  type SettingsDraft,
  settingsOf,
} from './settings-draft.ts'
import styles from './settings.module.css'
import { SpanRows } from './span-rows.tsx'
import { useSavingSettings } from './use-saving-settings.ts'
import { ZoneChoice } from './zone-choice.tsx'

interface SettingsFormProps {
  readonly schoolId: string
  /** As they were when the page asked. */
  readonly settings: SchoolSettings
}

export function SettingsForm({ schoolId, settings }: SettingsFormProps) {
  const { t } = useLingui()
  const failureWords = useFailureWords()
  const form = useRef<HTMLFormElement>(null)
  const [draft, setDraft] = useState(() => draftOf(settings))
  const [isTried, setIsTried] = useState(false)
  const saving = useSavingSettings(schoolId, settings)
  const problems = findProblems(draft)
  // While one is filling it in nobody is told that it is not filled in.
  const shown = isTried ? problems : null
  const change = (changed: Partial<SettingsDraft>) => {
    saving.touched()
    setDraft((before) => ({ ...before, ...changed }))
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setIsTried(true)
    if (isSound(problems)) saving.save(settingsOf(draft))
    else goToProblem(form.current)
  }
  const count = (shown?.spans.size ?? 0) + (shown?.hasNoName ? 1 : 0)
  const failure = saving.problem === null ? null : failureWords(saving.problem)

  return (
    <form className={styles['form']} ref={form} onSubmit={submit} noValidate>
      <section className={styles['part']}>
        <h2>
          <Trans>The school</Trans>
        </h2>
        <TextInput
          label={t`Name of the school`}
          value={draft.name}
          onChange={(name) => change({ name })}
          error={shown?.hasNoName ? t`The school needs a name` : undefined}
        />
        <div className={styles['group']}>
          <span className={styles['label']} id="school-language">
            <Trans>The school’s language</Trans>
          </span>
          <Segments
            labelledBy="school-language"
            value={draft.language}
            onChange={(language) => change({ language })}
            segments={LANGUAGES.map((one) => ({ value: one, label: languageTraits(one).name }))}
          />
        </div>
        <ZoneChoice value={draft.timeZone} onChange={(timeZone) => change({ timeZone })} />
      </section>
      <SpanRows
        list="schoolYears"
        spans={draft.schoolYears}
        problems={shown?.spans ?? null}
        onChange={(schoolYears) => change({ schoolYears })}
      />
      <SpanRows
        list="terms"
        spans={draft.terms}
        problems={shown?.spans ?? null}
        onChange={(terms) => change({ terms })}
      />
      <SpanRows
        list="holidays"
        spans={draft.holidays}
        problems={shown?.spans ?? null}
        onChange={(holidays) => change({ holidays })}
      />
      <section className={styles['part']}>
        <h2>
          <Trans>How long things are kept</Trans>
        </h2>
        <RetentionChoice
          days={draft.retentionDays}
          onChange={(retentionDays) => change({ retentionDays })}
        />
      </section>
      {saving.meanwhile && (
        <ChangedMeanwhile
          changed={saving.meanwhile.changed}
          onKeepMine={() => saving.saveOver(settingsOf(draft))}
          onTakeTheirs={() => {
            setDraft(draftOf(saving.takeTheirs()))
            setIsTried(false)
          }}
        />
      )}
      {failure && <ErrorNotice title={failure.title}>{failure.advice}</ErrorNotice>}
      <UnsavedQuestion isUnsaved={!isSameDraft(draft, draftOf(saving.base))} />
      <div className={styles['foot']}>
        <Button type="submit" tone="main" isPending={saving.isPending}>
          <Trans>Save the settings</Trans>
        </Button>
        <output data-outcome={count > 0 ? 'problem' : 'saved'}>
          {count > 0 && (
            <Plural
              value={count}
              one="One thing must be put right first."
              other="# things must be put right first."
            />
          )}
          {count === 0 && saving.isSaved && <Trans>Saved at school.</Trans>}
        </output>
      </div>
    </form>
  )
}

/** To the first field that something is wrong with, once it says so. */
function goToProblem(form: HTMLFormElement | null): void {
  requestAnimationFrame(() => {
    const field = form?.querySelector<HTMLElement>(
      'input[aria-invalid="true"], [data-problem]:not([data-problem="no-name"]) button',
    )
    field?.focus()
  })
}
