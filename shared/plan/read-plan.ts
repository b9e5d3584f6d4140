/**
 * Any Y.Doc -> a valid, typed Plan and the repairs that took.
 *
 * Total: hostile documents included, it never throws and never hangs. Whatever
 * is not the editor reads a plan through this: dashboard, export, fingerprint,
 * comparison, search. A hostile value is left out or replaced by the plainest
 * one; what people wrote in texts is kept wherever words can be found.
 */
import * as Y from 'yjs'
import { type CalendarDate, parseCalendarDate } from '../calendar-date.ts'
import { type ActionId, isId } from '../ids.ts'
import { DEFAULT_LANGUAGE, isLanguage } from '../languages.ts'
import { type FieldId, type Template, templateFieldIds } from '../templates/template.ts'
import { safeLinkAddress } from '../text/link-address.ts'
import type { RichText } from '../text/rich-text.ts'
import { commitmentNumber, isCommitment } from './commitments.ts'
import {
  ACTION_TEXTS,
  type Action,
  type ActionTextName,
  type CheckIn,
  type Evidence,
  type Owner,
  type Plan,
  type Repair,
} from './plan.ts'
import { actionProgress, actionsMap, evidenceMap, fieldText, planMap } from './plan-doc.ts'
import { compareRanked, parseRank, type Rank } from './rank.ts'
import { cleanText, readText } from './read-text.ts'
import { isStatus } from './status.ts'

/** More than any school has; a hostile plan may hold millions of keys. */
const MAX_ACTIONS = 2000
const MAX_ENTRIES = 5000
const MAX_LINE = 300

export interface PlanReading {
  readonly plan: Plan
  readonly repairs: readonly Repair[]
}

/** Reads the whole document. The template says which fields there are. */
export function readPlan(doc: Y.Doc, template: Template): PlanReading {
  const repairs: Repair[] = []
  const noteRepair = (where: string, what: string) => {
    if (repairs.length < MAX_ENTRIES) repairs.push({ where, what })
  }
  const actions = readActions(doc, noteRepair)
  const meta = planMap(doc)
  const language = meta.get('language')
  const schema = meta.get('schema')

  return {
    plan: {
      schema: typeof schema === 'number' && Number.isSafeInteger(schema) ? schema : 0,
      title: readLine(meta.get('title')),
      language: isLanguage(language) ? language : DEFAULT_LANGUAGE,
      periodStart: readDate(meta.get('periodStart'), 'plan/periodStart', noteRepair),
      periodEnd: readDate(meta.get('periodEnd'), 'plan/periodEnd', noteRepair),
      template: { id: template.id, version: template.version },
      texts: readFields(doc, template, noteRepair),
      actions: actions.filter(({ deletedAtMs }) => deletedAtMs === null).sort(comparePlace),
      deletedActions: actions
        .filter(({ deletedAtMs }) => deletedAtMs !== null)
        .sort((a, b) => (b.deletedAtMs ?? 0) - (a.deletedAtMs ?? 0) || comparePlace(a, b)),
      evidence: readEvidence(doc, noteRepair),
    },
    repairs,
  }
}

type NoteRepair = (where: string, what: string) => void

function readFields(
  doc: Y.Doc,
  template: Template,
  noteRepair: NoteRepair,
): Record<FieldId, RichText> {
  const texts: Record<FieldId, RichText> = {}
  for (const fieldId of templateFieldIds(template)) {
    texts[fieldId] = readText(fieldText(doc, fieldId), (what) =>
      noteRepair(`text:${fieldId}`, what),
    )
  }
  return texts
}

function readActions(doc: Y.Doc, noteRepair: NoteRepair): Action[] {
  const actions: Action[] = []
  for (const [id, value] of actionsMap(doc).entries()) {
    if (actions.length >= MAX_ACTIONS) {
      noteRepair('actions', 'too many')
      break
    }
    const action =
      isId(id) && value instanceof Y.Map ? readAction(doc, id, value, noteRepair) : null
    if (action) actions.push(action)
    else noteRepair(`actions/${id.slice(0, 40)}`, 'not an action')
  }
  return actions
}

/** null for an action whose creation was taken back (deletedAt 'new') or that has no place. */
function readAction(
  doc: Y.Doc,
  id: string,
  map: Y.Map<unknown>,
  noteRepair: NoteRepair,
): Action | null {
  const commitment = map.get('commitment')
  if (!isCommitment(commitment)) return null
  const where = `actions/${id}`
  const deletedAt = map.get('deletedAt')
  const progress = actionProgress(doc, id)
  const status = progress?.get('status')

  return {
    id: id as ActionId,
    commitment,
    rank: parseRank(map.get('rank')) ?? ('z' as Rank),
    texts: readActionTexts(map, where, noteRepair),
    owners: readOwners(map.get('owners'), where, noteRepair),
    start: readDate(map.get('start'), `${where}/start`, noteRepair),
    due: readDate(map.get('due'), `${where}/due`, noteRepair),
    deletedAtMs: readDeletedAt(deletedAt),
    status: isStatus(status) ? status : 'planned',
    checkIns: readCheckIns(progress?.get('checkIns'), `progress/${id}`, noteRepair),
  }
}

/** null and absent: it is there. A number: when. 'new' (its creation was undone): long ago. */
function readDeletedAt(value: unknown): number | null {
  if (value === null || value === undefined) return null
  return typeof value === 'number' && Number.isFinite(value) ? value : 0
}

function readActionTexts(
  map: Y.Map<unknown>,
  where: string,
  noteRepair: NoteRepair,
): Record<ActionTextName, RichText> {
  const texts = {} as Record<ActionTextName, RichText>
  for (const name of ACTION_TEXTS) {
    const fragment = map.get(name)
    texts[name] =
      fragment instanceof Y.XmlFragment
        ? readText(fragment, (what) => noteRepair(`${where}/${name}`, what))
        : []
  }
  return texts
}

function readOwners(value: unknown, where: string, noteRepair: NoteRepair): Owner[] {
  if (!(value instanceof Y.Map)) return []
  return [...value.entries()]
    .filter(([, isOwner]) => isOwner === true)
    .map(([key]) => key)
    .sort()
    .slice(0, MAX_ENTRIES)
    .flatMap((key) => {
      const owner = readOwner(key)
      if (!owner) noteRepair(`${where}/owners`, 'not an owner')
      return owner ? [owner] : []
    })
}

/** An owner from their key in the set: a member's id, or `name:<text>`. */
export function readOwner(key: unknown): Owner | null {
  if (isId(key)) return { kind: 'member', memberId: key }
  if (typeof key !== 'string' || !key.startsWith('name:')) return null
  const name = readLine(key.slice('name:'.length))
  return name === '' ? null : { kind: 'name', name }
}

function readCheckIns(value: unknown, where: string, noteRepair: NoteRepair): CheckIn[] {
  if (!(value instanceof Y.Map)) return []
  const checkIns: CheckIn[] = []
  for (const [id, entry] of [...value.entries()].slice(0, MAX_ENTRIES)) {
    const date = entry instanceof Y.Map ? parseCalendarDate(entry.get('date')) : null
    const by = entry instanceof Y.Map ? readOwner(entry.get('by')) : null
    if (!(entry instanceof Y.Map) || !date || !by) {
      noteRepair(`${where}/checkIns`, 'not a check-in')
      continue
    }
    const status = entry.get('status')
    checkIns.push({
      id,
      date,
      by,
      status: isStatus(status) ? status : 'planned',
      text: readLine(entry.get('text')),
    })
  }
  return checkIns.sort((a, b) => compareText(a.date, b.date) || compareText(a.id, b.id))
}

function readEvidence(doc: Y.Doc, noteRepair: NoteRepair): Evidence[] {
  const evidence: Evidence[] = []
  for (const [id, entry] of [...evidenceMap(doc).entries()].slice(0, MAX_ENTRIES)) {
    const item = entry instanceof Y.Map ? readEvidenceItem(id, entry) : null
    if (item) evidence.push(item)
    else noteRepair(`evidence/${id.slice(0, 40)}`, 'not evidence')
  }
  return evidence.sort((a, b) => compareText(a.label, b.label) || compareText(a.id, b.id))
}

function readEvidenceItem(id: string, entry: Y.Map<unknown>): Evidence | null {
  const fieldId = entry.get('fieldId')
  const actionId = entry.get('actionId')
  const target =
    typeof fieldId === 'string'
      ? { fieldId: fieldId as FieldId }
      : isId(actionId)
        ? { actionId: actionId as ActionId }
        : null
  const label = readLine(entry.get('label'))
  if (!target || label === '') return null
  if (entry.get('kind') !== 'link') return { id, target, kind: 'note', label, address: null }
  const address = safeLinkAddress(entry.get('address'))
  return address === null
    ? { id, target, kind: 'note', label, address: null }
    : { id, target, kind: 'link', label, address }
}

function readDate(value: unknown, where: string, noteRepair: NoteRepair): CalendarDate | null {
  if (value === null || value === undefined) return null
  const date = parseCalendarDate(value)
  if (!date) noteRepair(where, 'not a date')
  return date
}

function readLine(value: unknown): string {
  return typeof value === 'string' ? cleanText(value).trim().slice(0, MAX_LINE).toWellFormed() : ''
}

function comparePlace(a: Action, b: Action): number {
  return commitmentNumber(a.commitment) - commitmentNumber(b.commitment) || compareRanked(a, b)
}

function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
