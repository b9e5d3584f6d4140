/** Making a code for a class: which, for how long, for how many. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { PUPIL_DOOR_DAYS, type PupilDoor, type PupilDoorDays } from '../../shared/api/pupils.ts'
import { useFailureWords } from '../api/failure-words.ts'
import { openPupilDoor } from '../api/pupils.ts'
import { pupilsQuery } from '../api/queries.ts'
import { problemOf } from '../api/request.ts'
import { useMutationOnce } from '../api/use-mutation-once.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Segments } from '../ui/segments.tsx'
import { TextInput } from '../ui/text-input.tsx'
import styles from './share-dialog.module.css'

/** A class, two, a whole year group. */
const SIZES = [30, 60, 120] as const

interface NewDoorProps {
  readonly planId: string
  readonly onMade: (door: PupilDoor) => void
}

export function NewDoor({ planId, onMade }: NewDoorProps) {
  const { t } = useLingui()
  const failureWords = useFailureWords()
  const queries = useQueryClient()
  const [label, setLabel] = useState('')
  const [days, setDays] = useState<PupilDoorDays>(1)
  const [maxUses, setMaxUses] = useState<number>(SIZES[0])
  const making = useMutationOnce({
    mutationFn: () => openPupilDoor(planId, { label, days, maxUses }),
    onSuccess: (door) => {
      void queries.invalidateQueries({ queryKey: pupilsQuery(planId).queryKey })
      setLabel('')
      onMade(door)
    },
  })
  const failure = making.isError ? failureWords(problemOf(making.error)) : null
  const dayWords = { 1: t`Today`, 7: t`One week`, 30: t`One month` }

  const submit = (event: FormEvent) => {
    event.preventDefault()
    // Once, however often it is pressed.
    if (!making.isPending) making.mutate()
  }

  return (
    <form className={styles['part']} onSubmit={submit}>
      <p>
        <Trans>
          Pupils come in with six letters and a name they choose. They read this plan and nothing
          else, and write nothing in it. No e-mail, no password.
        </Trans>
      </p>
      <TextInput
        label={t`Class or group`}
        hint={t`For you, so that you know the codes apart.`}
        value={label}
        onChange={setLabel}
        maxLength={40}
        autoComplete="off"
      />
      <div className={styles['choice']}>
        <span className={styles['label']} id="door-days">
          <Trans>How long shall the code work?</Trans>
        </span>
        <Segments
          labelledBy="door-days"
          value={String(days)}
          segments={PUPIL_DOOR_DAYS.map((one) => ({ value: String(one), label: dayWords[one] }))}
          onChange={(chosen) => {
            const known = PUPIL_DOOR_DAYS.find((one) => String(one) === chosen)
            if (known) setDays(known)
          }}
        />
      </div>
      <div className={styles['choice']}>
        <span className={styles['label']} id="door-uses">
          <Trans>So many pupils can come in</Trans>
        </span>
        <Segments
          labelledBy="door-uses"
          value={String(maxUses)}
          segments={SIZES.map((size) => ({ value: String(size), label: String(size) }))}
          onChange={(chosen) => setMaxUses(Number(chosen))}
        />
      </div>
      {failure && <ErrorNotice title={failure.title}>{failure.advice}</ErrorNotice>}
      <div className={styles['buttons']}>
        <Button type="submit" tone="main" icon="plus" isPending={making.isPending}>
          <Trans>Make a code</Trans>
        </Button>
      </div>
    </form>
  )
}
