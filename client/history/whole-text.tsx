/** Words of a text that are all gone, all new, or that nothing happened to. */
import { Trans, useLingui } from '@lingui/react/macro'
import type { RichText } from '../../shared/text/rich-text.ts'
import { StaticText } from '../text/static-text.tsx'
import { ChangeNote, Gone, New } from './changed.tsx'

interface WholeProps {
  readonly kind: 'gone' | 'new'
  readonly text: RichText
  readonly isMoved: boolean
}

/** All of it is gone, or new. */
export function Whole({ kind, text, isMoved }: WholeProps) {
  const words = <Still text={text} />
  if (kind === 'gone') {
    return (
      <Gone isBlock>
        {isMoved && (
          <ChangeNote>
            <Trans>Moved from here</Trans>
          </ChangeNote>
        )}
        {words}
      </Gone>
    )
  }
  return (
    <New isBlock>
      {isMoved && (
        <ChangeNote>
          <Trans>Moved here</Trans>
        </ChangeNote>
      )}
      {words}
    </New>
  )
}

/** Words that nothing happened to. */
export function Still({ text }: { readonly text: RichText }) {
  const { t } = useLingui()
  return (
    <StaticText
      text={text}
      checkboxLabel={(words) => (words === '' ? t`Done` : t`Done: ${words}`)}
    />
  )
}
