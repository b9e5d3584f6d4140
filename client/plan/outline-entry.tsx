/** One section in the outline; the one being read also shows what is in it. */
import { useLingui } from '@lingui/react/macro'
import { oneLine } from '../../shared/text/plain-text.ts'
import { useOpenedAction } from '../actions/opened-action.ts'
import type { Person } from '../open-plan/people.ts'
import { CommitmentGlyph } from '../ui/commitment-glyph.tsx'
import { StatusMark } from '../ui/status-mark.tsx'
import styles from './outline-entry.module.css'
import { onePerPerson, peopleInField, peopleInSection } from './people-in.ts'
import { PeopleRow } from './people-row.tsx'
import type { MapSection } from './plan-map.ts'
import { SectionProgress } from './section-progress.tsx'

interface OutlineEntryProps {
  readonly section: MapSection
  readonly people: readonly Person[]
  readonly isCurrent: boolean
}

export function OutlineEntry({ section, people, isCurrent }: OutlineEntryProps) {
  const { id, commitment, number, title } = section
  return (
    <li className={styles['entry']} data-current={isCurrent}>
      <a
        className={styles['link']}
        href={`#${id}`}
        aria-current={isCurrent ? 'location' : undefined}
      >
        <span>{commitment && <CommitmentGlyph commitment={commitment} />}</span>
        <span className={styles['name']}>
          {number !== null && `${number} `}
          {title}
          <span className={styles['progress']}>
            <SectionProgress section={section} />
          </span>
        </span>
        <PeopleRow people={peopleInSection(people, id)} most={3} />
      </a>
      {isCurrent && <Inside section={section} people={people} />}
    </li>
  )
}

type InsideProps = Pick<OutlineEntryProps, 'section' | 'people'>

function Inside({ section: { number, fields, actions }, people }: InsideProps) {
  const { t } = useLingui()
  const { openId } = useOpenedAction()
  return (
    <ul className={styles['inside']}>
      {fields.map(({ id, words }) => (
        <li key={id}>
          <a href={`#${id}`}>
            <span className={styles['words']}>{words.label}</span>
            <PeopleRow people={peopleInField(people, id)} size="small" most={3} isDecoration />
          </a>
        </li>
      ))}
      {actions.map((action, index) => (
        <li key={action.id}>
          <a href={`#action-${action.id}`} aria-current={action.id === openId ? 'true' : undefined}>
            <StatusMark status={action.status} />
            <span className={styles['words']}>
              {`${number}.${index + 1} `}
              {oneLine(action.texts.title) || t`Action without a name`}
            </span>
            <PeopleRow
              people={onePerPerson(people.filter(({ at }) => at.actionId === action.id))}
              size="small"
              most={3}
              isDecoration
            />
          </a>
        </li>
      ))}
    </ul>
  )
}
