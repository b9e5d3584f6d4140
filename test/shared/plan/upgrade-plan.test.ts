import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { planMap } from '../../../shared/plan/plan-doc.ts'
import { planSchema, upgradePlan } from '../../../shared/plan/upgrade-plan.ts'

it.each([
  ['was never seeded', undefined],
  ['is of this very schema', 1],
  ['is of a newer program', 2],
  ['has a schema that is no number', 'x'],
  ['has a schema that is no whole number', 0.5],
])('[P8] a document that %s is left alone', (_what, schema) => {
  const doc = new Y.Doc()
  if (schema !== undefined) planMap(doc).set('schema', schema)
  const before = Y.encodeStateAsUpdate(doc)

  expect(upgradePlan(doc)).toBe(false)
  expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
})

it.each([
  [undefined, 0],
  [1, 1],
  [7, 7],
  ['1', 0],
  [NaN, 0],
])('[P8] schema %j is %i', (value, schema) => {
  const doc = new Y.Doc()
  if (value !== undefined) planMap(doc).set('schema', value)

  expect(planSchema(doc)).toBe(schema)
})
