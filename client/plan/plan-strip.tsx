/** The map of the plan on a narrow window: five parts in a strip, always at hand. */
import { useLingui } from '@lingui/react/macro'
import { usePeople } from '../open-plan/use-people.ts'
import { CommitmentGlyph } from '../ui/commitment-glyph.tsx'
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

export function PlanStrip({ sections, currentId }: PlanStripProps) {
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
