/** What the doctor looks at in the database. Changes nothing but one row that it writes as it stands. */
import type { PlanId } from '../../shared/ids.ts'
import { verifyAudit } from '../audit/verify-audit.ts'
import { createKyselyAuditStore } from '../storage/kysely-audit-store.ts'
import { createKyselyPlanStore } from '../storage/kysely-plan-store.ts'
import { tablesAge } from '../storage/migrations.ts'
import { readPlanBytes } from '../storage/read-plan-bytes.ts'
import type { Database } from '../storage/database.ts'
import { materialisePlan, outlineUpdates } from '../sync/doc-work.ts'
import { type Check, fine, problem, warning } from './check.ts'

/** A row of a list is refreshed within half a minute; many at once after a start. */
const MAX_BEHIND = 20

export function dataChecks(database: Database, nowMs: number): readonly Check[] {
  const { db } = database
  return [
    { name: 'tables', look: () => lookAtTables(db) },
    {
      name: 'writing',
      look: async () =>
        (await database.isWritable())
          ? fine('Something can be written, and is on disk when it is said to be.')
          : problem('Nothing can be written: is the disk full, or the database read-only?'),
    },
    { name: 'audit trails', look: () => lookAtTrails(db) },
    { name: 'plans', look: () => lookAtPlans(db) },
    {
      name: 'lists',
      look: async () => {
        const { length } = await createKyselyPlanStore(db).listBehind()
        return length > MAX_BEHIND
          ? warning(`Lists are behind for ${length} plans. Is Samplan running? It catches up.`)
          : fine(length === 0 ? 'Lists show every plan as it is.' : `${length} are on their way.`)
      },
    },
    { name: 'clock', look: () => lookAtClock(db, nowMs) },
  ]
}

async function lookAtTables(db: Database['db']) {
  const age = await tablesAge(db)
  if (age === 'same') return fine('The tables are those of this program.')
  return age === 'older'
    ? warning('The tables are of an older Samplan: the next start brings them up to date.')
    : problem('The tables are of a newer Samplan: this program does not start over them.')
}

async function lookAtTrails(db: Database['db']) {
  const store = createKyselyAuditStore(db)
  const schools = await db.selectFrom('school').select(['id', 'name']).execute()
  const broken: string[] = []
  for (const { id, name } of schools) {
    const { fault } = await verifyAudit(store, id)
    if (fault) broken.push(`${name} from entry ${fault.seq} on (${fault.kind})`)
  }
  if (broken.length === 0) return fine(`${schools.length} trails are whole.`)
  return problem(`Not whole: ${broken.join('; ')}. Somebody has changed the database by hand.`)
}

/** Every byte of every log is read: a minute for a few thousand updates of each of many plans. */
async function lookAtPlans(db: Database['db']) {
  const plans = await db.selectFrom('plan').select('id').where('head', '>', 0).execute()
  const broken: string[] = []
  for (const { id } of plans) {
    const fault = await faultOf(db, id)
    if (fault) broken.push(`${id} (${fault})`)
  }
  if (broken.length === 0) return fine(`${plans.length} plans can be read from their first letter.`)
  return problem(
    `Not whole: ${broken.join('; ')}. They open, without what cannot be read: see docs/operations.md.`,
  )
}

async function faultOf(db: Database['db'], planId: PlanId): Promise<string | null> {
  try {
    const { updates, checkpoint, missing } = await readPlanBytes(db, planId)
    if (missing !== null) return `update ${missing} is missing`
    const { damage } = outlineUpdates(updates)
    if (damage.unreadable.length > 0) return `${damage.unreadable.length} updates cannot be read`
    if (damage.incomplete) return 'something waits for what is not there'
    materialisePlan(checkpoint ? [checkpoint, ...updates] : updates)
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** Of a clock that is behind, what was written yesterday is of tomorrow. */
async function lookAtClock(db: Database['db'], nowMs: number) {
  const { plan } = await db
    .selectFrom('plan')
    .select(({ fn }) => fn.max<number | null>('changed_at_ms').as('plan'))
    .executeTakeFirstOrThrow()
  const { entry } = await db
    .selectFrom('audit_entry')
    .select(({ fn }) => fn.max<number | null>('at_ms').as('entry'))
    .executeTakeFirstOrThrow()
  const latestMs = Math.max(plan ?? 0, entry ?? 0)
  const aheadMs = latestMs - nowMs
  if (aheadMs <= MINUTE_MS) return fine('The clock is not behind what was written last.')
  return problem(
    `The clock is ${Math.ceil(aheadMs / MINUTE_MS)} minutes behind what was written last: links and sessions end at wrong times.`,
  )
}

const MINUTE_MS = 60 * 1000
