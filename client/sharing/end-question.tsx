/** Asked in place before something that is open is ended: what follows, keeping it, ending it. */
import { Trans } from '@lingui/react/macro'
import { type QueryKey, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useFailureWords } from '../api/failure-words.ts'
import { problemOf } from '../api/request.ts'
import { useMutationOnce } from '../api/use-mutation-once.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import styles from './open-invitations.module.css'
import parts from './share-dialog.module.css'

interface EndQuestionProps {
  /** What follows. */
  readonly children: ReactNode
  /** The first has the focus. */
  readonly ways: readonly EndWay[]
  /** The list that it is gone from. */
  readonly listKey: QueryKey
  readonly onKeep: () => void
  readonly onEnded: () => void
}

interface EndWay {
  readonly id: string
  readonly words: ReactNode
  readonly end: () => Promise<void>
}

export function EndQuestion({ children, ways, listKey, onKeep, onEnded }: EndQuestionProps) {
  const failureWords = useFailureWords()
  const queries = useQueryClient()
  const ending = useMutationOnce({
    mutationFn: ({ end }: EndWay) => end(),
    onSuccess: () => {
      onEnded()
      return queries.invalidateQueries({ queryKey: listKey })
    },
  })
  const failure = ending.isError ? failureWords(problemOf(ending.error)) : null

  return (
    <div className={styles['confirm']}>
      <p>{children}</p>
      {failure && <ErrorNotice title={failure.title}>{failure.advice}</ErrorNotice>}
      <div className={parts['buttons']}>
        <Button onPress={onKeep}>
          <Trans>Keep it</Trans>
        </Button>
        {ways.map((way, index) => (
          <Button
            key={way.id}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the button before is gone
            autoFocus={index === 0}
            isPending={ending.isPending}
            onPress={() => ending.mutate(way)}
          >
            {way.words}
          </Button>
        ))}
      </div>
    </div>
  )
}
