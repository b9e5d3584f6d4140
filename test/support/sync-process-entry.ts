/**
 * A sync server of its own process, on a real database file, with the door of
 * sync-harness: what kill-nine.test.ts starts and kills. Argument: the data
 * folder. Writes its port on the first line of its output.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { openSqliteUpdateLog } from '../../server/storage/sqlite-update-log.ts'
import { addPlan, openPlansDatabase } from './sqlite-plans.ts'
import { PLAN_ID, seed, startSync } from './sync-harness.ts'

const file = join(process.argv[2] ?? '', 'samplan.sqlite')
const isNew = !existsSync(file)
const database = await openPlansDatabase(file)
if (isNew) await addPlan(database, PLAN_ID)
const log = await openSqliteUpdateLog(file, (error) => {
  throw error
})
const { port, server } = await startSync({ log, capsBench: true })
if ((await log.head(PLAN_ID)) === 0) await seed(server)
process.stdout.write(`${port}\n`)
