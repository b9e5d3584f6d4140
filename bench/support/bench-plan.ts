/**
 * Plans to measure with: made on the real server by one of the example's people,
 * filled over the sync socket with the example's texts and as many of its actions
 * as wanted, over and over.
 */
import { randomBytes } from 'node:crypto'
import { ternvagContent } from '../../server/example/ternvag.ts'
import type { Demo } from '../../shared/api/demo.ts'
import type { PlanDocument } from '../../shared/api/plan-document.ts'
import type { NewPlanDone } from '../../shared/api/plans.ts'
import { type ActionId, createId } from '../../shared/ids.ts'
import { createAction } from '../../shared/plan/create-action.ts'
import { fieldText } from '../../shared/plan/plan-doc.ts'
import { type Rank, rankBetween } from '../../shared/plan/rank.ts'
import { textNodes } from '../../shared/plan/write-text.ts'
import { CURRENT_TEMPLATE } from '../../shared/templates/templates.ts'
import { templateFieldIds } from '../../shared/templates/template.ts'
import type { Program } from '../../test/support/program.ts'
import { connectClient, type SyncClient } from '../../test/support/sync-client.ts'

export interface BenchPlan {
  /** Where a browser opens it. */
  readonly url: string
  /** The plan as the server reads it. */
  readonly document: PlanDocument
}

export interface BenchSchool {
  /** Of one who may write: the name and value of the session cookie. */
  readonly session: { readonly name: string; readonly value: string }
  addPlan(actionCount: number): Promise<BenchPlan>
}

/** @param program that runs with CAPS=bench. */
export async function createBenchSchool(program: Program): Promise<BenchSchool> {
  const example = await program.newExample()
  const cookie = await signIn(example)
  const [name = '', value = ''] = cookie.split('=')
  const ask = (path: string, body?: object) =>
    fetch(`${program.url}${path}`, {
      headers: { cookie, origin: program.url, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    })

  return {
    session: { name, value },
    async addPlan(actionCount) {
      const made = await ask(`/api/schools/${example.schoolId}/plans`, {
        title: `Plan med ${actionCount} tiltak`,
        language: 'nb',
        periodStart: '2026-01-01',
        periodEnd: '2027-12-31',
      })
      if (made.status !== 201) throw new Error(`no plan: ${made.status} ${await made.text()}`)
      const { planId } = (await made.json()) as NewPlanDone
      const client = await connectClient(program.url.replace('http', 'ws'), {
        planId,
        headers: { cookie, origin: program.url },
      })
      await client.synced()
      fill(client, actionCount)
      await client.allSaved()
      await client.close()
      const document = (await (await ask(`/api/plans/${planId}`)).json()) as PlanDocument
      return { url: `${program.url}/plans/${planId}`, document }
    },
  }
}

async function signIn({ people }: Demo): Promise<string> {
  const coordinator = people.find(({ role }) => role === 'coordinator')
  if (!coordinator) throw new Error('the example has no coordinator')
  const reply = await fetch(coordinator.signInUrl, { redirect: 'manual' })
  const [cookie] = reply.headers.getSetCookie()[0]?.split(';') ?? []
  if (cookie === undefined) throw new Error(`no session: ${reply.status}`)
  return cookie
}

function fill({ doc }: SyncClient, actionCount: number): void {
  const { texts, actions } = ternvagContent((key) => `name:${key}`)
  for (const fieldId of templateFieldIds(CURRENT_TEMPLATE)) {
    doc.transact(() => {
      const fragment = fieldText(doc, fieldId)
      fragment.delete(0, fragment.length)
      fragment.insert(0, textNodes(texts[fieldId] ?? []))
    }, 'bench')
  }
  let rank: Rank | null = null
  for (let count = 0; count < actionCount; count++) {
    const action = actions[count % actions.length]
    if (!action) throw new Error('the example has no actions')
    rank = rankBetween(rank, null)
    const id = createId<ActionId>(randomBytes)
    createAction(doc, { ...action, id, rank, deletedAt: null }, 'bench')
  }
}
