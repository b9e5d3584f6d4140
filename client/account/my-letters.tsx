/** How often what waits for me comes by e-mail, and when nothing may come; kept at once. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { DigestChoice } from '../../shared/api/inbox.ts'
import { useFailureWords } from '../api/failure-words.ts'
import { digestQuery, saveDigest } from '../api/inbox.ts'
import { problemOf } from '../api/request.ts'
import { fetchMyWays } from '../api/sign-in.ts'
import { useMutationOnce } from '../api/use-mutation-once.ts'
import { ChoiceBox } from '../ui/choice-box.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Segments } from '../ui/segments.tsx'
import styles from './account.module.css'

/** What letters lead to: /account#letters. */
const ID = 'letters'

export function MyLetters() {
  const { t } = useLingui()
  const failureWords = useFailureWords()
  const queries = useQueryClient()
  const digest = useQuery(digestQuery)
  const ways = useQuery({ queryKey: ['my-ways'], queryFn: fetchMyWays, staleTime: 0 })
  const saving = useMutationOnce({
    mutationFn: saveDigest,
    onMutate: async (choice: DigestChoice) => {
      await queries.cancelQueries(digestQuery)
      queries.setQueryData(digestQuery.queryKey, choice)
    },
    onError: () => queries.invalidateQueries(digestQuery),
  })
  const section = useRef<HTMLElement>(null)
  const isThere = digest.data !== undefined && ways.data !== undefined
  useEffect(() => {
    if (isThere && location.hash === `#${ID}`) section.current?.scrollIntoView()
  }, [isThere])
  if (!digest.data || !ways.data) return null

  const choice = digest.data
  const failure = saving.isError ? failureWords(problemOf(saving.error)) : null
  return (
    <section ref={section} className={styles['part']} aria-labelledby={ID}>
      <h2 id={ID}>
        <Trans>News by e-mail</Trans>
      </h2>
      <p className={styles['hint']}>
        <Trans>
          When somebody answers you, mentions you or takes up a suggestion of yours, it waits for
          you here. What you have not seen can come together in one e-mail.
        </Trans>
      </p>
      <Segments
        labelledBy={ID}
        value={choice.digest}
        onChange={(wanted) => saving.mutate({ ...choice, digest: wanted })}
        segments={[
          { value: 'off', label: t`Never` },
          { value: 'daily', label: t`Daily` },
          { value: 'weekly', label: t`Weekly` },
        ]}
      />
      {choice.digest !== 'off' && (
        <>
          <div className={styles['hours']}>
            <HourBox
              label={t`Quiet from`}
              hour={choice.quietFrom}
              onChange={(quietFrom) => saving.mutate({ ...choice, quietFrom })}
            />
            <HourBox
              label={t`until`}
              hour={choice.quietTo}
              onChange={(quietTo) => saving.mutate({ ...choice, quietTo })}
            />
          </div>
          <p className={styles['hint']}>
            <Trans>
              By the school’s clock. Weekends and the school’s holidays are always quiet.
            </Trans>
          </p>
          <NoWay hasMail={ways.data.mail} isConfirmed={ways.data.isEmailConfirmed} />
        </>
      )}
      {failure && <ErrorNotice title={failure.title}>{failure.advice}</ErrorNotice>}
    </section>
  )
}

interface HourBoxProps {
  readonly label: string
  readonly hour: number
  readonly onChange: (hour: number) => void
}

function HourBox({ label, hour, onChange }: HourBoxProps) {
  return (
    <ChoiceBox
      label={label}
      value={String(hour)}
      choices={Array.from({ length: 24 }, (_, index) => ({
        value: String(index),
        label: `${String(index).padStart(2, '0')}:00`,
      }))}
      onChange={(chosen) => onChange(Number(chosen))}
    />
  )
}

/** Why nothing comes all the same. */
function NoWay({
  hasMail,
  isConfirmed,
}: {
  readonly hasMail: boolean
  readonly isConfirmed: boolean
}) {
  if (!hasMail) {
    return (
      <p>
        <Trans>
          This school’s server sends no e-mail, so nothing comes. All of it stands in the program.
        </Trans>
      </p>
    )
  }
  if (isConfirmed) return null
  return (
    <p>
      <Trans>Nothing comes before you have added an e-mail address below and confirmed it.</Trans>
    </p>
  )
}
