/** Words before and after, in one passage: what is gone struck through, what is new underlined. */
import { Trans } from '@lingui/react/macro'
import { wordDiff } from '../../shared/text/word-diff.ts'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import styles from './suggestion.module.css'

interface WordChangeProps {
  readonly before: string
  readonly after: string
}

export function WordChange({ before, after }: WordChangeProps) {
  return (
    <p className={styles['diff']} dir="auto">
      {wordDiff(before, after).map(({ kind, text }, index) => {
        if (kind === 'same') return <span key={index}>{text}</span>
        return kind === 'gone' ? (
          <del key={index}>
            <VisuallyHidden>
              <Trans>taken out:</Trans>{' '}
            </VisuallyHidden>
            {text}
          </del>
        ) : (
          <ins key={index}>
            <VisuallyHidden>
              <Trans>put in:</Trans>{' '}
            </VisuallyHidden>
            {text}
          </ins>
        )
      })}
    </p>
  )
}
