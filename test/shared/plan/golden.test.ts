import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { canonicalPlan } from '../../../shared/plan/canonical-plan.ts'
import { readPlan } from '../../../shared/plan/read-plan.ts'
import { upgradePlan } from '../../../shared/plan/upgrade-plan.ts'
import { CURRENT_TEMPLATE } from '../../../shared/templates/templates.ts'

const FOLDER = new URL('../../fixtures/golden/', import.meta.url)
const NAMES = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.bin'))
  .map((file) => file.replace('.bin', ''))

describe('[P19] golden plans', () => {
  it('are all here', () => {
    expect(NAMES).toEqual(['plan-v1-edited', 'plan-v1-example', 'plan-v1-texts'])
  })

  it.each(NAMES)('%s reads to exactly what stands beside it, without a repair', (name) => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, readFileSync(new URL(`${name}.bin`, FOLDER)))
    upgradePlan(doc)

    const { plan, repairs } = readPlan(doc, CURRENT_TEMPLATE)

    expect(JSON.parse(canonicalPlan(plan))).toEqual(
      JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), 'utf8')),
    )
    expect(repairs).toEqual([])
  })

  it.each(NAMES)('%s has the very bytes it was made with', (name) => {
    const bytes = readFileSync(new URL(`${name}.bin`, FOLDER))

    expect(createHash('sha256').update(bytes).digest('hex')).toBe(MADE_WITH[name])
  })

  it('are never made again', () => {
    const script = fileURLToPath(new URL('make-golden.ts', FOLDER))

    expect(() => execFileSync(process.execPath, [script], { stdio: 'pipe' })).toThrow(/EEXIST/)
  })
})

const MADE_WITH: Readonly<Record<string, string>> = {
  'plan-v1-edited': 'd8fcb3929b903198896098b81724148e10a9941c83f85b4a60a28df9a2e7ee86',
  'plan-v1-example': '89870735b5d7e96de1fa3fd2a4262703c80f27a1efb1f8dee36b8a0248089852',
  'plan-v1-texts': 'c4fc93f1d12b2f6d1142c861c730a7365f8bbd85cc6e95bc2f2f93b9c50f5305',
}
