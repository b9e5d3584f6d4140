/** The map of the plan on a narrow window: five parts in a strip, always at hand. */
import { useLingui } from '@lingui/react/macro'
import { type RefObject, useEffect, useRef, useState } from 'react'
import type { SaveState } from '../../shared/protocol/save-state.ts'
import { useObserved } from '../open-plan/use-observable.ts'
import { useOpenPlan } from '../open-plan/use-open-plan.ts'
import { usePeople } from '../open-plan/use-people.ts'
import { CommitmentGlyph } from '../ui/commitment-glyph.tsx'
import { SaveBadge } from '../ui/save-badge.tsx'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import { peopleInSection } from './people-in.ts'
import { PeopleRow } from './people-row.tsx'
import type { MapSection } from './plan-map.ts'
import styles from './plan-strip.module.css'
import { SectionProgress } from './section-progress.tsx'

interface PlanStripProps {
  readonly sections: readonly MapSection[]
  readonly currentId: string | null
}

const URGENT: readonly SaveState[] = [
  'saved-on-device',
  'not-saved',
  'signed-out',
  'signed-out-not-saved',
]

/**
 * What must be seen however far one has scrolled; the bar with the save line is not sticky here.
 */
function isUrgent(state: SaveState): boolean {
  return URGENT.includes(state)
}

export function PlanStrip(props: PlanStripProps) {
  // Not drawn anew with every key: to be seen are the urgent ones only.
  const urgent = useObserved(useOpenPlan().saveState, (state) => (isUrgent(state) ? state : null))
  const barEnd = useRef<HTMLDivElement>(null)
  const isBarGone = useIsPassed(barEnd)
  return (
    <>
      <div ref={barEnd} />
      <div className={styles['stick']}>
        <Parts {...props} />
        {isBarGone && urgent && (
          // The bar's own line has said it to screen readers.
          <div className={styles['saved']} aria-hidden="true">
            <SaveBadge state={urgent} />
          </div>
        )}
      </div>
    </>
  )
}

/** Has the window been scrolled past this? */
function useIsPassed(mark: RefObject<HTMLElement | null>): boolean {
  const [isPassed, setPassed] = useState(false)
  useEffect(() => {
    const observer = new IntersectionObserver((entries) => {
      const entry = entries.at(-1)
      if (entry) setPassed(!entry.isIntersecting)
    })
    if (mark.current) observer.observe(mark.current)
    return () => observer.disconnect()
  }, [mark])
  return isPassed
}

function Parts({ sections, currentId }: PlanStripProps) {
  const { t } = useLingui()
  const people = usePeople()
  return (
    <nav className={styles['strip']} aria-label={t`Commitments`}>
      {sections.map((section) => {
        const { id, commitment, number, title } = section
        if (commitment === null) return null
        return (
          <a key={id} href={`#${id}`} aria-current={id === currentId ? 'location' : undefined}>
            <CommitmentGlyph commitment={commitment} />
            <span>
              {number}
              <VisuallyHidden>
                {' '}
                {title}, <SectionProgress section={section} />
              </VisuallyHidden>
            </span>
            <PeopleRow people={peopleInSection(people, id)} size="small" most={1} />
          </a>
        )
      })}
    </nav>
  )
}
