/** What becomes of words, in one passage: what is gone struck through, what is new underlined. */
import { Trans } from '@lingui/react/macro'
import type { WordRun } from '../../shared/text/word-diff.ts'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import styles from './suggestion.module.css'

export function WordChange({ runs }: { readonly runs: readonly WordRun[] }) {
  return (
    <p className={styles['diff']} dir="auto">
      {runs.map(({ kind, text }, index) => {
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
