/** One field of the plan: its label at the side, what helps to begin, and the text. */
import { useLingui } from '@lingui/react/macro'
import type { Evidence } from '../../shared/plan/plan.ts'
import { fieldText } from '../../shared/plan/plan-doc.ts'
import { useOpenPlan } from '../open-plan/use-open-plan.ts'
import { TextField } from '../text/text-field.tsx'
import { EvidenceList } from '../ui/evidence-list.tsx'
import { PlaceNote } from '../ui/place-note.tsx'
import { GuidanceToggle, GuidanceWords, useGuidance } from './field-guidance.tsx'
import styles from './plan-field.module.css'
import type { MapField } from './plan-map.ts'

interface PlanFieldProps {
  readonly field: MapField
  /** Of this field. */
  readonly evidence: readonly Evidence[]
  readonly isReadOnly: boolean
}

export function PlanField({ field: { id, words, state }, evidence, isReadOnly }: PlanFieldProps) {
  const { t } = useLingui()
  const { doc } = useOpenPlan()
  const labelId = `${id}-label`
  const guidanceId = `${id}-guidance`
  const guidance = useGuidance(words, state === 'written')
  return (
    <div className={styles['field']} id={id} data-field-id={id}>
      <div className={styles['side']}>
        <h3 className={styles['label']} id={labelId}>
          {words.label}
        </h3>
        <div className={styles['note']}>
          <PlaceNote place={`field:${id}`} />
        </div>
        <span data-comments-at={`field:${id}`} data-not-copied="" />
        {!isReadOnly && <GuidanceToggle {...guidance} />}
      </div>
      <div className={styles['text']}>
        {!isReadOnly && <GuidanceWords id={guidanceId} guidance={guidance} />}
        <TextField
          fragment={fieldText(doc, id)}
          fieldId={id}
          label={words.label}
          labelledBy={labelId}
          describedBy={isReadOnly ? undefined : guidanceId}
          placeholder={isReadOnly ? t`Nothing is written here yet` : t`Write here …`}
          kind="rich"
          readOnly={isReadOnly}
        />
        <EvidenceList evidence={evidence} />
      </div>
    </div>
  )
}
