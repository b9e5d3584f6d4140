/** A plan's first update, as the server makes it. */
import { randomBytes } from 'node:crypto'
import * as Y from 'yjs'
import { NO_CONTENT } from '../../shared/plan/plan-content.ts'
import { seedPlan } from '../../shared/plan/seed-plan.ts'
import { etwinningSchoolV1 } from '../../shared/templates/etwinning-school-v1.ts'

export function seededPlanUpdate(title: string): Uint8Array {
  const doc = new Y.Doc()
  const seed = { title, language: 'nb', content: NO_CONTENT } as const
  seedPlan(doc, etwinningSchoolV1, { ...seed, periodStart: null, periodEnd: null }, randomBytes)
  return Y.encodeStateAsUpdate(doc)
}
