/**
 * The actions of a plan's document -> valid Actions, each with its progress.
 * Total, like all of readPlan.
 */
import * as Y from 'yjs'
import { compareText } from '../text/compare-text.ts'
import { parseCalendarDate } from '../calendar-date.ts'
import { type ActionId, isId } from '../ids.ts'
import type { RichText } from '../text/rich-text.ts'
import { isCommitment } from './commitments.ts'
import { ACTION_TEXTS, type Action, type ActionTextName, type CheckIn, type Owner } from './plan.ts'
import type { PlanRoots } from './plan-doc.ts'
import { parseRank, type Rank } from './rank.ts'
import { readText } from './read-text.ts'
import { type NoteRepair, readDate, readEntries, readLine, readOwner } from './read-value.ts'
import type { ReadingMemory } from './reading-memory.ts'
import { isStatus } from './status.ts'

/** More than any school has; a hostile plan may hold millions of keys. */
const MAX_ACTIONS = 2000
/** Where an action stands whose rank is not one: after those that have one. */
const LAST_RANK = 'z' as Rank

/** Deleted ones too, in the order of their ids. */
export function readActions(
  roots: PlanRoots,
  noteRepair: NoteRepair,
  memory: ReadingMemory,
): Action[] {
  const actions: Action[] = []
  for (const [id, value] of readEntries(roots.actions, 'actions', noteRepair, MAX_ACTIONS)) {
    const progress = roots.progress?.get(id)
    const action =
      isId(id) && value instanceof Y.Map
        ? memory.keep(value, progress, () => readAction(id, value, progress, noteRepair))
        : null
    if (action) actions.push(action)
    else noteRepair(`actions/${id.slice(0, 40)}`, 'not an action')
  }
  return actions
}

/** null for what stands in no commitment. */
function readAction(
  id: string,
  map: Y.Map<unknown>,
  progress: unknown,
  noteRepair: NoteRepair,
): Action | null {
  const commitment = map.get('commitment')
  if (!isCommitment(commitment)) return null
  const where = `actions/${id}`
  const rank = parseRank(map.get('rank'))
  if (!rank) noteRepair(`${where}/rank`, 'not a rank')
  const status = progress instanceof Y.Map ? progress.get('status') : undefined
  if (!isStatus(status)) noteRepair(`progress/${id}/status`, 'not a status')
  const checkIns = progress instanceof Y.Map ? progress.get('checkIns') : undefined

  return {
    id: id as ActionId,
    commitment,
    rank: rank ?? LAST_RANK,
    texts: readActionTexts(map, where, noteRepair),
    owners: readOwners(map.get('owners'), `${where}/owners`, noteRepair),
    start: readDate(map.get('start'), `${where}/start`, noteRepair),
    due: readDate(map.get('due'), `${where}/due`, noteRepair),
    deletedAtMs: readDeletedAt(map.get('deletedAt')),
    status: isStatus(status) ? status : 'planned',
    checkIns: readCheckIns(checkIns, `progress/${id}/checkIns`, noteRepair),
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
  const textNamed = (name: ActionTextName): RichText => {
    const fragment = map.get(name)
    if (fragment instanceof Y.XmlFragment) {
      return readText(fragment, (what) => noteRepair(`${where}/${name}`, what))
    }
    noteRepair(`${where}/${name}`, 'not a text')
    return []
  }
  return Object.fromEntries(ACTION_TEXTS.map((name) => [name, textNamed(name)])) as Record<
    ActionTextName,
    RichText
  >
}

/** In the order of their keys; two keys that say the same name are one owner. */
function readOwners(value: unknown, where: string, noteRepair: NoteRepair): Owner[] {
  const owners = new Map<string, Owner>()
  for (const [key, isOwner] of readEntries(value, where, noteRepair)) {
    if (isOwner === false) continue
    const owner = isOwner === true ? readOwner(key) : null
    if (!owner) noteRepair(where, 'not an owner')
    else owners.set(owner.kind === 'name' ? `name:${owner.name}` : owner.memberId, owner)
  }
  return [...owners.values()]
}

/** Oldest first. */
function readCheckIns(value: unknown, where: string, noteRepair: NoteRepair): CheckIn[] {
  const checkIns: CheckIn[] = []
  for (const [id, entry] of readEntries(value, where, noteRepair)) {
    const checkIn = isId(id) && entry instanceof Y.Map ? readCheckIn(id, entry) : null
    if (!checkIn) noteRepair(where, 'not a check-in')
    else checkIns.push(checkIn)
  }
  return checkIns.sort((a, b) => compareText(a.date, b.date) || compareText(a.id, b.id))
}

function readCheckIn(id: string, entry: Y.Map<unknown>): CheckIn | null {
  const date = parseCalendarDate(entry.get('date'))
  const by = readOwner(entry.get('by'))
  if (!date || !by) return null
  const status = entry.get('status')
  const text = readLine(entry.get('text'))
  return { id, date, by, status: isStatus(status) ? status : 'planned', text }
}
