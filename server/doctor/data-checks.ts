/** What the doctor looks at in the database. Changes nothing but one row that it writes as it stands. */
import type { PlanId } from '../../shared/ids.ts'
import { verifyAudit } from '../audit/verify-audit.ts'
import type { Database } from '../storage/database.ts'
import { createKyselyAuditStore } from '../storage/kysely-audit-store.ts'
import { createKyselyPlanStore } from '../storage/kysely-plan-store.ts'
import { latestMoment, listFilledPlans, listSchools } from '../storage/look-round.ts'
import { tablesAge } from '../storage/migrations.ts'
import { readPlanBytes } from '../storage/read-plan-bytes.ts'
import { materialisePlan, outlineUpdates } from '../sync/doc-work.ts'
import { type Check, fine, problem, warning } from './check.ts'

type Rows = Database['db']

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

async function lookAtTables(db: Rows) {
  const age = await tablesAge(db)
  if (age === 'same') return fine('The tables are those of this program.')
  return age === 'older'
    ? warning('The tables are of an older Samplan: the next start brings them up to date.')
    : problem('The tables are of a newer Samplan: this program does not start over them.')
}

async function lookAtTrails(db: Rows) {
  const store = createKyselyAuditStore(db)
  const schools = await listSchools(db, 'all')
  const broken: string[] = []
  for (const { schoolId, name } of schools) {
    const { fault } = await verifyAudit(store, schoolId)
    if (fault) broken.push(`${name} from entry ${fault.seq} on (${fault.kind})`)
  }
  if (broken.length === 0) return fine(`${schools.length} trails are whole.`)
  return problem(`Not whole: ${broken.join('; ')}. Somebody has changed the database by hand.`)
}

/** Every byte of every log is read: a minute for a few thousand updates of each of many plans. */
async function lookAtPlans(db: Rows) {
  const plans = await listFilledPlans(db)
  const broken: string[] = []
  for (const id of plans) {
    const fault = await faultOf(db, id)
    if (fault) broken.push(`${id} (${fault})`)
  }
  if (broken.length === 0) return fine(`${plans.length} plans can be read from their first letter.`)
  return problem(
    `Not whole: ${broken.join('; ')}. They open, without what cannot be read: see docs/operations.md.`,
  )
}

async function faultOf(db: Rows, planId: PlanId): Promise<string | null> {
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
async function lookAtClock(db: Rows, nowMs: number) {
  const aheadMs = (await latestMoment(db)) - nowMs
  if (aheadMs <= MINUTE_MS) return fine('The clock is not behind what was written last.')
  return problem(
    `The clock is ${Math.ceil(aheadMs / MINUTE_MS)} minutes behind what was written last: links and sessions end at wrong times.`,
  )
}

const MINUTE_MS = 60 * 1000
