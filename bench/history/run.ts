/**
 * `npm run bench:history`: a plan that eight people have written in 20,000 keys. How long it
 * takes to open moments of it, to read its log for versions and changes, to go back. Prints
 * one table; with --write also into bench/README.md.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLogReader } from '../../server/history/read-log.ts'
import { restore } from '../../server/history/restore.ts'
import { createKyselyPlanStore } from '../../server/storage/kysely-plan-store.ts'
import { createKyselySchoolStore } from '../../server/storage/kysely-school-store.ts'
import { openSqliteStorage } from '../../server/storage/sqlite-storage.ts'
import { createStores } from '../../server/storage/stores.ts'
import { createDocThread } from '../../server/sync/doc-thread.ts'
import { createSyncServer } from '../../server/sync/sync-server.ts'
import type { MemberId, PlanId, UserId } from '../../shared/ids.ts'
import { CURRENT_TEMPLATE } from '../../shared/templates/templates.ts'
import { templateFieldIds } from '../../shared/templates/template.ts'
import { createCollectedLog } from '../../test/support/collected-log.ts'
import { newPlan, newSchool } from '../../test/support/stored-school.ts'
import { typingLog } from '../../test/support/typing-log.ts'
import { machineLine, publish } from '../support/machine.ts'
import { markdownTable, median, percentile } from '../support/statistics.ts'

const KEYS = 20_000
const MOMENTS = 40
const TYPIST = {
  userId: 'kari' as UserId,
  memberId: 'kari of a' as MemberId,
  assertMay: () => Promise.resolve(),
}
const PLAN_ID = 'a'.repeat(20) as PlanId

const folder = mkdtempSync(join(tmpdir(), 'samplan-bench-'))
const storage = await openSqliteStorage(folder)
if (storage === 'in-use') throw new Error(folder)
const { db } = storage.database
await createKyselySchoolStore(db).addExampleSchool(newSchool('a'), 9)
await createKyselyPlanStore(db).addPlan(newPlan(PLAN_ID, 'a'))
const store = createStores(db).history
const log = await storage.openUpdateLog((error) => process.stderr.write(`${error.message}\n`))
const logger = createCollectedLog()
const docs = createDocThread({ logger })
const nowMs = () => Date.now()
const rooms = createSyncServer({
  log,
  docs,
  logger,
  nowMs,
  publicOrigin: 'https://samplan.example',
  admit: () => Promise.resolve('access-denied'),
})
const reader = createLogReader({ store, log, docs, nowMs, logger })

const keys = typingLog(KEYS, 1, templateFieldIds(CURRENT_TEMPLATE).slice(0, 4))
await log.append([{ planId: PLAN_ID, updates: keys }])
// As a room leaves it: a checkpoint of all, and what is before it packed.
const { updates } = await log.load(PLAN_ID)
const bytes = await docs.checkpoint({
  planId: PLAN_ID,
  updates: updates.map((update) => update.bytes),
})
if (!bytes) throw new Error('the bench plan is damaged')
await log.addCheckpoint(PLAN_ID, { seq: keys.length, previousSeq: 0, timeMs: nowMs(), bytes })
while ((await log.packHistory(PLAN_ID, 1)) > 0);
const packed = await db
  .selectFrom('plan_history')
  .select(({ fn }) => fn.sum<number>(fn<number>('length', ['bytes'])).as('bytes'))
  .executeTakeFirstOrThrow()

const momentsMs: number[] = []
const momentsCpuMs: number[] = []
for (let nth = 1; nth <= MOMENTS; nth++) {
  const seq = Math.floor((keys.length * nth) / MOMENTS)
  const cpu = process.cpuUsage()
  momentsMs.push(await timeOf(() => rooms.readPlanAt(PLAN_ID, seq)))
  const { user, system } = process.cpuUsage(cpu)
  momentsCpuMs.push((user + system) / 1000)
}
const readMs = await timeOf(() => reader.catchUp(PLAN_ID))
const stored = await log.load(PLAN_ID)
const authorsMs = await timeOf(() =>
  docs.authors(
    { planId: PLAN_ID, updates: stored.checkpoint ? [stored.checkpoint.bytes] : [] },
    stored.owners,
  ),
)
const backMs: number[] = []
for (const part of [0.25, 0.5, 0.75]) {
  const seq = Math.floor(keys.length * part)
  const deps = { store, log, reader, rooms, nowMs, logger }
  backMs.push(await timeOf(() => restore(deps, PLAN_ID, { seq, what: { kind: 'plan' } }, TYPIST)))
}
await reader.close()
await rooms.close()
await docs.close()
await log.close()
await storage.close()
rmSync(folder, { recursive: true, force: true })

publish(
  'history',
  `${markdownTable([
    [`${KEYS} keys of eight people`, 'median', 'p95'],
    ['to open a moment', ms(median(momentsMs)), ms(percentile(momentsMs, 95))],
    ['CPU of all threads for one', ms(median(momentsCpuMs)), ms(percentile(momentsCpuMs, 95))],
    ['to read all of the log for versions and changes, once', ms(readMs), ''],
    ['to tell whose each letter is', ms(authorsMs), ''],
    ['to go back with the whole plan', ms(median(backMs)), ms(percentile(backMs, 95))],
    ['stored for a key, packed', `${(packed.bytes / keys.length).toFixed(1)} bytes`, ''],
  ])}\n\n${MOMENTS} moments. ${machineLine()}.`,
)

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const startedMs = performance.now()
  await work()
  return performance.now() - startedMs
}

function ms(time: number): string {
  return `${time.toFixed(0)} ms`
}
