/** One open code: its letters, for whom, how many came in, until when; showing and closing it. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { PupilDoor } from '../../shared/api/pupils.ts'
import { closePupilDoor } from '../api/pupils.ts'
import { pupilsQuery } from '../api/queries.ts'
import { Button } from '../ui/button.tsx'
import { dayAndTime } from '../words/dates.ts'
import { useLanguage } from '../words/language.tsx'
import { EndQuestion } from './end-question.tsx'
import styles from './open-invitations.module.css'
import parts from './share-dialog.module.css'

interface OpenDoorRowProps {
  readonly door: PupilDoor
  readonly planId: string
  readonly onShow: () => void
  readonly onClosed: () => void
}

export function OpenDoorRow({ door, planId, onShow, onClosed }: OpenDoorRowProps) {
  const { t } = useLingui()
  const { language } = useLanguage()
  const { code, label, uses, maxUses: room } = door
  const [step, setStep] = useState<'untouched' | 'asked' | 'kept'>('untouched')
  // Its last moment, not the first one after: midnight would be the next day's.
  const end = dayAndTime(door.expiresAtMs - 1, language)

  return (
    <li className={styles['link']}>
      <div>
        <p className={styles['name']}>
          <span className={styles['letters']} translate="no">
            {code}
          </span>{' '}
          {label}
        </p>
        <p className={styles['facts']}>
          <Plural
            value={uses}
            _0={`Nobody has come in yet, ${room} can.`}
            one={`One has come in, of ${room} who can.`}
            other={`# have come in, of ${room} who can.`}
          />{' '}
          <Trans>Works until {end}.</Trans>
        </p>
      </div>
      <div className={parts['buttons']}>
        <Button size="small" icon="expand" aria-label={t`Show large: ${code}`} onPress={onShow}>
          <Trans>Show large</Trans>
        </Button>
        {step !== 'asked' && (
          <Button
            size="small"
            aria-label={t`Close the code: ${code}`}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- back from the question, where one was
            autoFocus={step === 'kept'}
            onPress={() => setStep('asked')}
          >
            <Trans>Close the code</Trans>
          </Button>
        )}
      </div>
      {step === 'asked' && (
        <EndQuestion
          ways={[
            {
              id: 'close',
              words: <Trans>Yes, close it</Trans>,
              end: () => closePupilDoor(door.doorId),
            },
          ]}
          listKey={pupilsQuery(planId).queryKey}
          onKeep={() => setStep('kept')}
          onEnded={onClosed}
        >
          <Trans>After that no new pupil comes in with it. Those who came in stay.</Trans>
        </EndQuestion>
      )}
    </li>
  )
}
