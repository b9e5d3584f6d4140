/** One section of the plan: its head, its fields, and a commitment's actions. */
import { Trans } from '@lingui/react/macro'
import { memo } from 'react'
import type { Action, Evidence } from '../../shared/plan/plan.ts'
import { ActionList } from '../actions/action-list.tsx'
import { CommitmentGlyph } from '../ui/commitment-glyph.tsx'
import { Icon } from '../ui/icon.tsx'
import { PlanField } from './plan-field.tsx'
import type { MapSection } from './plan-map.ts'
import styles from './plan-section.module.css'

interface PlanSectionProps {
  readonly section: MapSection
  /** Of the whole plan, latest first. */
  readonly deleted: readonly Action[]
  /** Of the whole plan. */
  readonly evidence: readonly Evidence[]
  readonly isReadOnly: boolean
}

export const PlanSection = memo(function PlanSection(props: PlanSectionProps) {
  const { section, deleted, evidence, isReadOnly } = props
  const { id, commitment, number, actions, fields } = section
  const headId = `${id}-head`
  return (
    <section className={styles['section']} id={id} data-section-id={id} aria-labelledby={headId}>
      <div className={styles['column']}>
        <SectionHead section={section} headId={headId} />
        {fields.map((field) => (
          <PlanField
            key={field.id}
            field={field}
            evidence={evidence.filter(
              ({ target }) => 'fieldId' in target && target.fieldId === field.id,
            )}
            isReadOnly={isReadOnly}
          />
        ))}
        {commitment && number && (
          <ActionList
            commitment={commitment}
            number={number}
            actions={actions}
            deleted={deleted.filter((action) => action.commitment === commitment)}
            evidence={evidence}
          />
        )}
      </div>
    </section>
  )
})

interface SectionHeadProps {
  readonly section: MapSection
  readonly headId: string
}

function SectionHead({ section, headId }: SectionHeadProps) {
  const { commitment, number, title, ask } = section
  return (
    <div className={styles['head']}>
      <div className={styles['glyph']}>
        {commitment && <CommitmentGlyph commitment={commitment} size="large" />}
      </div>
      <div className={styles['title']}>
        <h2 id={headId}>
          {number !== null && <span className={styles['number']}>{`${number} `}</span>}
          {title}
        </h2>
        <span data-comments-at={`section:${section.id}`} data-not-copied="" />
      </div>
      <HowFar section={section} />
      <p className={styles['ask']} data-not-copied="">
        {ask}
      </p>
    </div>
  )
}

function HowFar({ section: { written, fields } }: { readonly section: MapSection }) {
  const total = fields.length
  if (written === total) {
    return (
      <span className={styles['howFar']} data-not-copied="">
        <Icon name="check" />
        {total === 1 ? <Trans>Written</Trans> : <Trans>All fields are written</Trans>}
      </span>
    )
  }
  return (
    <span className={styles['howFar']} data-not-copied="">
      <Trans>
        {written} of {total} fields
      </Trans>
    </span>
  )
}
