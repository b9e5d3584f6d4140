/** A plan as stored updates, to which the server writes suggestions as it does in its doc thread. */
import { randomBytes } from 'node:crypto'
import * as Y from 'yjs'
import type { TakeBackChange } from '../../server/sync/plan-change.ts'
import { changeUpdate, materialisePlan } from '../../server/sync/doc-work.ts'
import type { Anchor } from '../../shared/discuss/anchor.ts'
import { flatText } from '../../shared/discuss/flat-text.ts'
import { findText } from '../../shared/discuss/find-text.ts'
import { makeAnchor } from '../../shared/discuss/make-anchor.ts'
import type { SuggestedChange } from '../../shared/discuss/suggestion.ts'
import { type TextName, textOf, type ThreadPlace } from '../../shared/discuss/thread-place.ts'
import { createId, type ThreadId } from '../../shared/ids.ts'
import { type ActionContent, NO_CONTENT, type PlanContent } from '../../shared/plan/plan-content.ts'
import type { RichText } from '../../shared/text/rich-text.ts'
import { CURRENT_TEMPLATE } from '../../shared/templates/templates.ts'

export const FIELD = 'leadership.today'
export const ON_FIELD: ThreadPlace = { kind: 'field', fieldId: FIELD, anchor: null }

export type SuggestedPlan = ReturnType<typeof createSuggestedPlan>

export function createSuggestedPlan(content: Partial<PlanContent>) {
  const updates: Uint8Array[] = []
  const write = (change: Parameters<typeof changeUpdate>[1]) => {
    const { made } = changeUpdate(updates, change, randomBytes)
    updates.push(made.bytes)
    return made.applied
  }
  const { id: templateId, version: templateVersion } = CURRENT_TEMPLATE
  const start = { title: 'Plan', language: 'nb', periodStart: null, periodEnd: null } as const
  const seed = { ...start, content: { ...NO_CONTENT, ...content } }
  write({ kind: 'seed', templateId, templateVersion, seed })

  return {
    updates,
    /** As anybody reads it. */
    doc: () => docOf(updates),
    plan: () => materialisePlan(updates).material.plan,
    hash: () => materialisePlan(updates).material.contentHash,
    words: (name: TextName = { fieldId: FIELD }) => flatText(findText(docOf(updates), name)!).words,
    /** The place on the first such words in a text. */
    on(quote: string, place: ThreadPlace = ON_FIELD): ThreadPlace {
      return { ...place, anchor: anchorIn(docOf(updates), textOf(place)!, quote) } as ThreadPlace
    },
    suggest: (place: ThreadPlace, change: SuggestedChange, threadId = newThreadId()) =>
      write({ kind: 'suggestion', threadId, place, change, epoch: 1 }),
    /** In place of `quote` of the field. */
    replace(quote: string, words: string) {
      return this.suggest(this.on(quote), { kind: 'words', words })
    },
    takeBack: (applied: TakeBackChange['applied'] | null) =>
      write({ kind: 'take-back', applied: applied ?? '', epoch: 1, atMs: 1000 }),
    /** A change of somebody else's. */
    edit(change: (doc: Y.Doc) => void) {
      const doc = docOf(updates)
      doc.on('update', (update: Uint8Array) => updates.push(update))
      doc.transact(() => change(doc))
    },
  }
}

const newThreadId = () => createId<ThreadId>(randomBytes)

export function docOf(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc
}

export function anchorIn(doc: Y.Doc, name: TextName, quote: string): Anchor {
  const fragment = findText(doc, name)!
  const from = flatText(fragment).words.indexOf(quote)
  return makeAnchor(fragment, { from, to: from + quote.length })!
}

/** A text of these paragraphs. */
export function paragraphs(...lines: string[]): RichText {
  return lines.map((text) => ({
    type: 'paragraph',
    content: text === '' ? [] : [{ type: 'text', text, marks: [] }],
  }))
}

export function actionContent(action: Partial<ActionContent> = {}): ActionContent {
  const empty = {
    title: [],
    goal: [],
    description: [],
    indicator: [],
    pupilsPart: [],
    resources: [],
  }
  return {
    commitment: 'leadership',
    owners: [],
    start: null,
    due: null,
    status: 'planned',
    checkIns: [],
    evidence: [],
    ...action,
    texts: { ...empty, ...action.texts },
  }
}
