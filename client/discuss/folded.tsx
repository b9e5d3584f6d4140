/**
 * Something long in a note, of which the beginning shows until one asks for the rest. The button
 * stays where the focus is, and says which of the two it is.
 */
import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { Piece } from './fold-words.ts'
import { UnfoldButton } from './unfold-button.tsx'
import { useWhileOpen } from './use-while-open.ts'

interface FoldedProps<P extends Piece> {
  readonly whole: readonly P[]
  /** null: the whole is short enough. */
  readonly beginning: readonly P[] | null
  /** Is the note open? When it is closed, what was unfolded folds. */
  readonly isOpen: boolean
  readonly children: (shown: readonly P[]) => ReactNode
}

export function Folded<P extends Piece>({ whole, beginning, isOpen, children }: FoldedProps<P>) {
  const [isWhole, setWhole] = useWhileOpen(isOpen, false)
  if (beginning === null) return children(whole)
  return (
    <>
      {children(isWhole ? whole : beginning)}
      <UnfoldButton isUnfolded={isWhole} onPress={() => setWhole(!isWhole)}>
        {isWhole ? <Trans>Show less</Trans> : <Trans>Show more</Trans>}
      </UnfoldButton>
    </>
  )
}
