/** The wheel of the open plan: a way to its sections, and how far they have come. */
import { useLingui } from '@lingui/react/macro'
import type { WheelPart } from '../../shared/api/plans.ts'
import type { Commitment } from '../../shared/plan/commitments.ts'
import { Wheel, writtenFields } from '../ui/wheel.tsx'
import type { MapSection } from './plan-map.ts'

interface PlanWheelProps {
  readonly parts: readonly WheelPart[]
  readonly sections: readonly MapSection[]
  readonly chosen: Commitment | null
  /** A picture only: the links stand elsewhere on the page. */
  readonly isPicture?: boolean
}

export function PlanWheel({ parts, sections, chosen, isPicture = false }: PlanWheelProps) {
  const { t } = useLingui()
  const linkOf = (part: WheelPart) => {
    const section = sections.find(({ commitment }) => commitment === part.commitment)
    const name = `${section?.number ?? ''} ${section?.title ?? ''}`
    const written = writtenFields(part)
    return {
      href: `#${section?.id ?? ''}`,
      label: t`${name}: ${written} of 2 fields written`,
    }
  }
  return (
    <Wheel
      parts={parts}
      chosen={chosen}
      countWord={t`fields`}
      label={t`Map of the plan: five commitments. The inner ring is today, the outer ring the next two years, the dots are actions.`}
      {...(!isPicture && { linkOf })}
    />
  )
}
