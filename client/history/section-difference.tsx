/** A section on the paper of a comparison: its head, its fields and its actions. */
import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { ActionChange, EvidenceChange } from '../../shared/plan/plan-difference.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import { CommitmentGlyph } from '../ui/commitment-glyph.tsx'
import { ActionDifference } from './action-difference.tsx'
import { Replaced } from './changed.tsx'
import type { SectionDifference } from './difference-by-section.ts'
import { useHistorySetting, useTemplateWords } from './history-setting.ts'
import { type PaperField, paperActions, paperFields } from './paper-content.ts'
import { PlaceLink } from './place-link.tsx'
import styles from './section-difference.module.css'
import { TextDifferenceBox } from './text-difference.tsx'

export interface SectionDeeds {
  readonly renderSectionDeed: (section: SectionDifference) => ReactNode
  readonly renderActionDeed: (change: ActionChange) => ReactNode
}

interface SectionOnPaperProps extends SectionDeeds {
  readonly section: SectionDifference
  readonly after: Plan
  readonly isWhole: boolean
}

export function SectionOnPaper(props: SectionOnPaperProps) {
  const { section, after, isWhole, renderSectionDeed, renderActionDeed } = props
  const { template } = useHistorySetting()
  const { id, number, title, commitment, evidence } = section
  const fieldIds = template.sections.find((one) => one.id === id)?.fieldIds ?? []
  const fields = paperFields(section, { fieldIds, after, isWhole })
  const actions = paperActions(section, { after, isWhole })
  const headId = `${id}-changes`

  return (
    <section className={styles['section']} id={id} aria-labelledby={headId}>
      <div className={styles['column']}>
        <div className={styles['head']}>
          <div className={styles['glyph']}>
            {commitment && <CommitmentGlyph commitment={commitment} size="large" />}
          </div>
          <h2 id={headId} tabIndex={-1}>
            {number !== null && <span className={styles['number']}>{`${number} `}</span>}
            {title}
          </h2>
          {renderSectionDeed(section)}
        </div>
        {fields.map((field) => (
          <FieldOnPaper key={field.fieldId} field={field} isWhole={isWhole} />
        ))}
        {actions.length > 0 && (
          <div className={styles['actions']}>
            <h3>
              <Trans>Actions</Trans>
            </h3>
            {actions.map((action) => (
              <ActionDifference
                key={action.change.action.id}
                action={action}
                isWhole={isWhole}
                deed={renderActionDeed(action.change)}
              />
            ))}
          </div>
        )}
        {evidence.length > 0 && <Evidence evidence={evidence} />}
      </div>
    </section>
  )
}

interface FieldOnPaperProps {
  readonly field: PaperField
  readonly isWhole: boolean
}

function FieldOnPaper({ field: { fieldId, text, isChanged }, isWhole }: FieldOnPaperProps) {
  const { fields } = useTemplateWords()
  const label = fields[fieldId]?.label ?? fieldId
  return (
    <div className={styles['field']}>
      <h3 className={styles['label']}>{label}</h3>
      <div>
        {text.length === 0 ? (
          <p className={styles['nothing']}>
            <Trans>Nothing is written here yet</Trans>
          </p>
        ) : (
          <TextDifferenceBox difference={text} isWhole={isWhole || !isChanged} />
        )}
        {isChanged && <PlaceLink textId={fieldId} name={label} />}
      </div>
    </div>
  )
}

function Evidence({ evidence }: { readonly evidence: readonly EvidenceChange[] }) {
  const { t } = useLingui()
  return (
    <div className={styles['field']}>
      <h3 className={styles['label']}>{t`Evidence`}</h3>
      <ul>
        {evidence.map(({ from, to }) => (
          <li key={(to ?? from)?.id}>
            <Replaced from={from && evidenceWords(from)} to={to && evidenceWords(to)} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function evidenceWords({ label, address }: NonNullable<EvidenceChange['from']>): string {
  return address === null ? label : `${label} (${address})`
}
