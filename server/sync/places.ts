/** What the history calls the places of a plan, as shared/api/history.ts says; and where an item is. */
import * as Y from 'yjs'
import { isId } from '../../shared/ids.ts'
import { ACTION_PARTS } from '../../shared/discuss/thread-place.ts'
import { readRootName } from '../../shared/plan/plan-doc.ts'

const PLAN_FACTS: ReadonlySet<string> = new Set(['title', 'language', 'periodStart', 'periodEnd'])
const PARTS: ReadonlySet<string> = new Set<string>([...ACTION_PARTS, 'checkIns'])
const FIELD = /^[a-z0-9.-]{1,200}$/

/** The text of a field; null: this is no field's id. */
export function fieldPlace(fieldId: string): string | null {
  return FIELD.test(fieldId) ? `field:${fieldId}` : null
}

export function actionPlace(actionId: string, part?: string): string {
  return part === undefined ? `action:${actionId}` : `action:${actionId}:${part}`
}

/** The places that an item is in, the widest first; none for what nobody reads. */
export function placesOf(item: Y.Item): readonly string[] {
  const [rootName, key, part] = pathOf(item)
  if (rootName === undefined) return []
  const root = readRootName(rootName)
  if (root?.kind === 'text') return [fieldPlace(root.fieldId) ?? []].flat()
  if (key === undefined) return []
  if (root) return placesOfAction(key, part)
  if (rootName === 'plan' && PLAN_FACTS.has(key)) return [`plan:${key}`]
  return rootName === 'evidence' && isId(key) ? [`evidence:${key}`] : []
}

function placesOfAction(actionId: string, part: string | undefined): readonly string[] {
  if (!isId(actionId)) return []
  const whole = actionPlace(actionId)
  return part !== undefined && PARTS.has(part) ? [whole, actionPlace(actionId, part)] : [whole]
}

/** The root's name, then the keys of maps down to the item. */
function pathOf(item: Y.Item): readonly string[] {
  const keys: string[] = []
  for (let at: Y.Item | null = item; at !== null;) {
    if (at.parentSub !== null) keys.push(at.parentSub)
    const parent: unknown = at.parent
    if (!(parent instanceof Y.AbstractType)) return []
    // oxlint-disable-next-line no-underscore-dangle -- the only way up
    at = parent._item
    if (at === null) keys.push(Y.findRootTypeKey(parent))
  }
  return keys.toReversed()
}
