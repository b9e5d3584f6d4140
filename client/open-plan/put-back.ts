/**
 * Puts the words of a copy that was set aside back into the plan, as a new change.
 *
 * Never over anything: what a text lacks comes at its end, an action that is not
 * there is made anew, and facts (a date, a status, a title) stay as they are in the
 * plan. One step of undo.
 */
import * as Y from 'yjs'
import { type ActionId, createId } from '../../shared/ids.ts'
import { showAction } from '../../shared/plan/change-action.ts'
import { createAction } from '../../shared/plan/create-action.ts'
import type { Action, ActionTextName, Owner } from '../../shared/plan/plan.ts'
import { actionMap, fieldText } from '../../shared/plan/plan-doc.ts'
import { textNodes } from '../../shared/plan/write-text.ts'
import { oneLine } from '../../shared/text/plain-text.ts'
import type { RichText } from '../../shared/text/rich-text.ts'
import { ORIGINS } from './origins.ts'
import type { Difference } from './set-aside-difference.ts'

/** Has it words that can be put back? */
export function canPutBack(difference: Difference): boolean {
  if (difference.kind === 'missing-action') return true
  if (difference.kind === 'text') return difference.missing.length > 0
  if (difference.kind !== 'action') return false
  return difference.changes.some((change) => change.kind === 'text' && change.missing.length > 0)
}

export function putBack(doc: Y.Doc, differences: readonly Difference[]): void {
  const made = differences.flatMap((each) =>
    each.kind === 'missing-action' ? [makeHidden(doc, each.action)] : [],
  )
  doc.transact(() => {
    for (const id of made) showAction(doc, id, ORIGINS.ui)
    for (const each of differences) {
      if (each.kind === 'text') append(fieldText(doc, each.fieldId), each.missing)
      if (each.kind !== 'action') continue
      for (const change of each.changes) {
        if (change.kind === 'text') appendTo(doc, each.action.id, change.name, change.missing)
      }
    }
  }, ORIGINS.ui)
}

/** Under a new id: nobody else may make a key that is there already. */
function makeHidden(doc: Y.Doc, action: Action): ActionId {
  const id = createId<ActionId>((count) => crypto.getRandomValues(new Uint8Array(count)))
  const { commitment, rank, texts, start, due, status } = action
  const owners = action.owners.map(ownerKey)
  const facts = { id, commitment, rank, texts, start, due, status, owners }
  createAction(doc, { ...facts, deletedAt: 'new' }, ORIGINS.init)
  return id
}

function ownerKey(owner: Owner): string {
  return owner.kind === 'member' ? owner.memberId : `name:${owner.name}`
}

function appendTo(doc: Y.Doc, actionId: ActionId, name: ActionTextName, missing: RichText): void {
  const text = actionMap(doc, actionId)?.get(name)
  if (!(text instanceof Y.XmlFragment)) return
  // All but the description are held to one paragraph.
  if (name === 'description') append(text, missing)
  else appendToLine(text, oneLine(missing))
}

function append(text: Y.XmlFragment, missing: RichText): void {
  if (missing.length > 0) text.insert(text.length, textNodes(missing))
}

function appendToLine(text: Y.XmlFragment, words: string): void {
  if (words === '') return
  const line = text.length > 0 ? text.get(text.length - 1) : null
  if (!(line instanceof Y.XmlElement)) {
    return text.insert(text.length, textNodes([paragraph(words)]))
  }
  const last = line.length > 0 ? line.get(line.length - 1) : null
  if (last instanceof Y.XmlText) last.insert(last.length, last.length > 0 ? ` / ${words}` : words)
  else line.insert(line.length, [new Y.XmlText(words)])
}

function paragraph(words: string): RichText[number] {
  return { type: 'paragraph', content: [{ type: 'text', text: words, marks: [] }] }
}
