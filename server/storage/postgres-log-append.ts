/**
 * Adding to the log in Postgres: all batches of a commit in one statement, which takes
 * the numbers of every plan and uses them, so that they have no gap and come in the
 * order of the commits. One way there and back; owners, which change now and then,
 * take a transaction round it.
 */
import type { Client } from 'pg'
import { Failure } from '../../shared/failure.ts'
import type { Appended, OwnerChange, PlanBatch, RewrittenPlan } from '../sync/update-log.ts'
import { TABLES_OF_A_PLAN } from './packed-rows.ts'
import { inTransaction, type Queries } from './postgres-transaction.ts'

/** A plan that is not there, or whose head is another than expected, adds nothing and is not returned. */
const APPEND = `
with added as (
  select * from unnest($1::text[], $2::bigint[], $3::bigint[], $4::bigint[])
    as added (plan_id, updates, changed_at_ms, expected_head)
), headed as (
  update plan
  set head = plan.head + added.updates,
    changed_at_ms = coalesce(added.changed_at_ms, plan.changed_at_ms)
  from added
  where plan.id = added.plan_id
    and plan.head = coalesce(added.expected_head, plan.head)
  returning plan.id, plan.head - added.updates as head_before
), stored as (
  insert into plan_update (plan_id, seq, time_ms, user_id, client_ids, bytes)
  select headed.id, headed.head_before + new.nth, new.time_ms, new.user_id, new.client_ids, new.bytes
  from unnest($5::text[], $6::bigint[], $7::bigint[], $8::text[], $9::text[], $10::bytea[])
    as new (plan_id, nth, time_ms, user_id, client_ids, bytes)
  join headed on headed.id = new.plan_id
)
select id, head_before from headed`

/** In one transaction, with one answer per batch. */
export function append(
  client: Client,
  batches: readonly PlanBatch[],
): Promise<readonly Appended[]> {
  return addAll(client, batches, null)
}

/** @throws Failure 'plan-not-found'. */
export async function appendAt(
  client: Client,
  expectedHead: number,
  batch: PlanBatch,
): Promise<number | 'head-moved'> {
  const [answer] = await addAll(client, [batch], expectedHead)
  if (answer?.kind === 'stored') return answer.first
  await headOf(client, batch.planId)
  return 'head-moved'
}

/** As UpdateLog has it. */
export function rewrite(
  client: Client,
  expectedHead: number,
  { planId, update, epoch }: RewrittenPlan,
): Promise<'rewritten' | 'head-moved'> {
  return inTransaction(client, 'write', async () => {
    if ((await headOf(client, planId, 'for no key update')) !== expectedHead) return 'head-moved'
    for (const table of TABLES_OF_A_PLAN) {
      await client.query(`delete from ${table} where plan_id = $1`, [planId])
    }
    await client.query('update plan set head = 0, epoch = $2 where id = $1', [planId, epoch])
    const { userId, clientIds } = update
    await takeNumbers(client, [{ planId, updates: [update] }], null)
    await changeOwners(client, planId, { userId, claimed: clientIds, released: [] })
    return 'rewritten'
  })
}

/** @throws Failure 'plan-not-found'. */
export async function headOf(
  client: Queries,
  planId: string,
  lock: '' | 'for no key update' = '',
): Promise<number> {
  const { rows } = await client.query<{ head: number }>(
    `select head from plan where id = $1 ${lock}`,
    [planId],
  )
  const [row] = rows
  if (!row) throw new Failure('plan-not-found', planId)
  return row.head
}

async function addAll(
  client: Client,
  batches: readonly PlanBatch[],
  expectedHead: number | null,
): Promise<readonly Appended[]> {
  const add = async () => {
    const heads = await takeNumbers(client, batches, expectedHead)
    const answers = answersOf(batches, heads)
    for (const [index, { planId, owners = [] }] of batches.entries()) {
      if (answers[index]?.kind !== 'stored') continue
      for (const change of owners) await changeOwners(client, planId, change)
    }
    return answers
  }
  const hasOwners = batches.some(({ owners = [] }) => owners.length > 0)
  return hasOwners ? inTransaction(client, 'write', add) : add()
}

/** The head of each plan before; a batch's updates come after those of earlier batches of its plan. */
async function takeNumbers(
  client: Client,
  batches: readonly PlanBatch[],
  expectedHead: number | null,
): Promise<ReadonlyMap<string, number>> {
  const plans = [...Map.groupBy(batches, ({ planId }) => planId)].map(([planId, own]) => ({
    planId,
    updates: own.flatMap(({ updates }) => updates),
  }))
  const rows = plans.flatMap(({ planId, updates }) =>
    updates.map((update, index) => ({ planId, nth: index + 1, ...update })),
  )
  const values = [
    plans.map(({ planId }) => planId),
    plans.map(({ updates }) => updates.length),
    plans.map(({ updates }) => updates.at(-1)?.timeMs ?? null),
    plans.map(() => expectedHead),
    rows.map(({ planId }) => planId),
    rows.map(({ nth }) => nth),
    rows.map(({ timeMs }) => timeMs),
    rows.map(({ userId }) => userId),
    rows.map(({ clientIds }) => JSON.stringify(clientIds)),
    rows.map(({ bytes }) => bytes),
  ]
  const taken = await client.query<{ id: string; head_before: number }>({
    name: 'append',
    text: APPEND,
    values,
  })
  return new Map(taken.rows.map(({ id, head_before }) => [id, head_before]))
}

function answersOf(
  batches: readonly PlanBatch[],
  heads: ReadonlyMap<string, number>,
): readonly Appended[] {
  const reached = new Map(heads)
  return batches.map(({ planId, updates }) => {
    const before = reached.get(planId)
    if (before === undefined) return { kind: 'plan-not-found' }
    reached.set(planId, before + updates.length)
    return { kind: 'stored', first: before + 1 }
  })
}

async function changeOwners(
  client: Client,
  planId: string,
  { userId, claimed, released }: OwnerChange,
): Promise<void> {
  if (claimed.length > 0) {
    await client.query(
      `insert into plan_client (plan_id, client_id, user_id)
       select $1, id, $3 from unnest($2::bigint[]) with ordinality as claimed (id, nth)
       order by nth on conflict do nothing`,
      [planId, claimed, userId],
    )
  }
  if (released.length > 0) {
    await client.query(
      `delete from plan_client where plan_id = $1 and client_id = any($2::bigint[])
       and user_id is not distinct from $3`,
      [planId, released, userId],
    )
  }
}
