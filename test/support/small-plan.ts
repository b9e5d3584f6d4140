/** A plan of one text, for tests of what becomes of its words. */
import * as Y from 'yjs'
import { NO_CONTENT } from '../../shared/plan/plan-content.ts'
import { fieldText } from '../../shared/plan/plan-doc.ts'
import { seedPlan } from '../../shared/plan/seed-plan.ts'
import { etwinningSchoolV1 } from '../../shared/templates/etwinning-school-v1.ts'

export function planOf(words: string): Y.Doc {
  const doc = new Y.Doc()
  const start = { title: 'Plan', language: 'nb', periodStart: null, periodEnd: null } as const
  seedPlan(doc, etwinningSchoolV1, { ...start, content: NO_CONTENT }, (count) =>
    new Uint8Array(count).fill(1),
  )
  appendParagraph(doc, words)
  return doc
}

/** A paragraph of its own at the end of a text: how people write. */
export function appendParagraph(doc: Y.Doc, words: string): void {
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(words)])
  const text = fieldText(doc, 'leadership.today')
  doc.transact(() => text.insert(text.length, [paragraph]), 'ui')
}
