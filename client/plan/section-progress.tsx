/** How far a section has come, in words: '1 of 2 fields · 3 actions'. */
import { Plural, Trans } from '@lingui/react/macro'
import type { FieldState } from '../../shared/plan/plan-progress.ts'
import type { MapSection } from './plan-map.ts'

interface SectionProgressProps {
  readonly section: MapSection
}

export function SectionProgress({ section }: SectionProgressProps) {
  const { written, fields, actions, commitment } = section
  const total = fields.length
  const [only] = fields
  if (total === 1 && only) return <StateWord state={only.state} />
  return (
    <>
      <Trans>
        {written} of {total} fields
      </Trans>
      {commitment && (
        <>
          {' · '}
          <Plural value={actions.length} one="# action" other="# actions" />
        </>
      )}
    </>
  )
}

function StateWord({ state }: { readonly state: FieldState }) {
  switch (state) {
    case 'empty':
      return <Trans>not begun</Trans>
    case 'begun':
      return <Trans>begun</Trans>
    case 'written':
      return <Trans>written</Trans>
  }
}
