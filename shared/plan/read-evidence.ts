/** The evidence of a plan's document -> valid Evidence. Total, like all of readPlan. */
import * as Y from 'yjs'
import { type ActionId, isId } from '../ids.ts'
import type { FieldId } from '../templates/template.ts'
import { safeLinkAddress } from '../text/link-address.ts'
import type { Evidence } from './plan.ts'
import { compareText } from '../text/compare-text.ts'
import { type NoteRepair, readEntries, readLine } from './read-value.ts'

/** In the order of their labels. A link whose address is not safe stays as a note. */
export function readEvidence(
  map: Y.Map<unknown> | null,
  fieldIds: readonly FieldId[],
  noteRepair: NoteRepair,
): Evidence[] {
  const evidence: Evidence[] = []
  for (const [id, entry] of readEntries(map, 'evidence', noteRepair)) {
    const where = `evidence/${id.slice(0, 40)}`
    const item = isId(id) && entry instanceof Y.Map ? readItem(id, entry, fieldIds) : null
    if (!item) noteRepair(where, 'not evidence')
    else evidence.push(item)
    if (item?.kind === 'note' && entry instanceof Y.Map && entry.get('kind') === 'link') {
      noteRepair(where, 'not a safe address')
    }
  }
  return evidence.sort((a, b) => compareText(a.label, b.label) || compareText(a.id, b.id))
}

/** null without a label, or when it hangs on nothing that this template has. */
function readItem(
  id: string,
  entry: Y.Map<unknown>,
  fieldIds: readonly FieldId[],
): Evidence | null {
  const target = readTarget(entry, fieldIds)
  const label = readLine(entry.get('label'))
  if (!target || label === '') return null
  const address = entry.get('kind') === 'link' ? safeLinkAddress(entry.get('address')) : null
  return { id, target, kind: address === null ? 'note' : 'link', label, address }
}

function readTarget(
  entry: Y.Map<unknown>,
  fieldIds: readonly FieldId[],
): Evidence['target'] | null {
  const wanted = entry.get('fieldId')
  const fieldId = fieldIds.find((id) => id === wanted)
  if (fieldId) return { fieldId }
  const actionId = entry.get('actionId')
  return isId(actionId) ? { actionId: actionId as ActionId } : null
}
