/**
 * A plan and its pupils: codes that let a class in, which of them are open, who came in,
 * and a new return code for whoever lost theirs.
 */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { PupilDoor } from '../../shared/api/pupils.ts'
import { useFailureWords } from '../api/failure-words.ts'
import { pupilsQuery } from '../api/queries.ts'
import { problemOf } from '../api/request.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Modal, ModalButtons } from '../ui/modal.tsx'
import { BigDoor } from './big-door.tsx'
import { NewDoor } from './new-door.tsx'
import { OpenDoorRow } from './open-door-row.tsx'
import lists from './open-invitations.module.css'
import { PupilRow } from './pupil-row.tsx'
import styles from './share-dialog.module.css'

/** So that one sees the class come in. */
const LOOK_AGAIN_MS = 5000

interface PupilsDialogProps {
  readonly planId: string
  readonly planTitle: string
  readonly onBack: () => void
  readonly onClose: () => void
}

export function PupilsDialog({ planId, planTitle, onBack, onClose }: PupilsDialogProps) {
  const { t } = useLingui()
  const failureWords = useFailureWords()
  const doorsHeading = useRef<HTMLHeadingElement>(null)
  const [large, setLarge] = useState<PupilDoor | null>(null)
  const [news, setNews] = useState('')
  const query = useQuery({ ...pupilsQuery(planId), refetchInterval: LOOK_AGAIN_MS })
  const failure = query.isError ? failureWords(problemOf(query.error)) : null
  const { doors = [], pupils = [] } = query.data ?? {}

  const closed = () => {
    setNews(t`The code is closed. Nobody new can come in with it.`)
    // Its row goes: the focus must stay somewhere.
    doorsHeading.current?.focus()
  }

  return (
    <Modal title={t`Pupils and the plan`} isOpen onClose={onClose}>
      <div className={styles['parts']}>
        <NewDoor planId={planId} onMade={setLarge} />
        <section className={styles['part']}>
          <div>
            <h3 className={styles['heading']} ref={doorsHeading} tabIndex={-1}>
              <Trans>Codes that are open now</Trans>
            </h3>
            <output>{news}</output>
          </div>
          {failure && (
            <ErrorNotice
              title={failure.title}
              action={<Button onPress={() => void query.refetch()}>{t`Try again`}</Button>}
            >
              {failure.advice}
            </ErrorNotice>
          )}
          {query.isSuccess && doors.length === 0 && (
            <p className={styles['hint']}>
              <Trans>None. No new pupil can come in.</Trans>
            </p>
          )}
          {doors.length > 0 && (
            <ul className={lists['links']}>
              {doors.map((door) => (
                <OpenDoorRow
                  key={door.doorId}
                  door={door}
                  planId={planId}
                  onShow={() => setLarge(door)}
                  onClosed={closed}
                />
              ))}
            </ul>
          )}
        </section>
        <section className={styles['part']}>
          <h3 className={styles['heading']}>
            <Trans>Pupils who read the plan</Trans>
          </h3>
          {query.isSuccess && pupils.length === 0 && (
            <p className={styles['hint']}>
              <Trans>Nobody has come in yet.</Trans>
            </p>
          )}
          {pupils.length > 0 && (
            <>
              <ul className={lists['links']}>
                {pupils.map((pupil) => (
                  <PupilRow key={pupil.memberId} pupil={pupil} />
                ))}
              </ul>
              <p className={styles['hint']}>
                <Trans>
                  Is a name not fit for school? The coordinator changes it, or removes the pupil,
                  among the people of the school.
                </Trans>
              </p>
            </>
          )}
        </section>
      </div>
      <ModalButtons>
        <Button onPress={onBack} icon="arrow-left">
          <Trans>Back to sharing</Trans>
        </Button>
        <Button onPress={onClose}>
          <Trans>Close</Trans>
        </Button>
      </ModalButtons>
      {large && <BigDoor door={large} planTitle={planTitle} onClose={() => setLarge(null)} />}
    </Modal>
  )
}
