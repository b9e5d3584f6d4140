/** Faults in what makes Postgres as safe as the one SQLite writer is. */
import type { PlantedFault } from './planted-fault.ts'

const OUTAGE = 'test/server/storage/postgres-outage.test.ts'
const STORES = 'test/server/storage/stores.test.ts'
const DATABASE = 'test/server/storage/database.test.ts'

const storage = (file: string) => `server/storage/${file}`

export const FAULTS_OF_POSTGRES: readonly PlantedFault[] = [
  {
    name: 'a commit that may still come is not waited for',
    file: storage('postgres-log-writer.ts'),
    anchor: 'if (current === null) await write(() => Promise.resolve())',
    replacement: '',
    tests: [OUTAGE],
  },
  {
    name: 'a connection that the network forgot keeps the lock',
    file: storage('postgres-log-writer.ts'),
    anchor: '      await endNamesakes(client)\n',
    replacement: '',
    tests: [OUTAGE],
  },
  {
    name: 'the log is written without the lock',
    file: storage('postgres-log-writer.ts'),
    anchor: 'if (!(await takeLogLock(client))) {',
    replacement: 'if (!(await takeLogLock(client)) && current !== null) {',
    tests: [OUTAGE],
  },
  {
    name: 'who gave way to another is not tried again',
    file: storage('postgres-log-writer.ts'),
    anchor: 'if (isRefusal(error) && error.code === DEADLOCK) return work(client)',
    replacement: '',
    tests: ['test/server/storage/postgres-log-writer.test.ts'],
  },
  {
    name: 'a Postgres that syncs nothing is taken',
    file: storage('postgres-settings.ts'),
    anchor: " || fsync !== 'on'",
    replacement: '',
    tests: [OUTAGE],
  },
  {
    name: 'a commit is told before it is on disk',
    file: storage('postgres-connection.ts'),
    anchor: "'-c synchronous_commit=on'",
    replacement: "'-c work_mem=4MB'",
    tests: ['test/server/storage/postgres-update-log.test.ts'],
  },
  {
    name: 'transactions that read first decide side by side',
    file: storage('postgres-dialect.ts'),
    anchor: '; select pg_advisory_xact_lock(${WRITE_LOCK})',
    replacement: '',
    tests: [STORES],
  },
  {
    name: 'single statements decide side by side',
    file: storage('postgres-dialect.ts'),
    anchor: 'if (isInTransaction || !isWrite(sql)) return run(sql, parameters)',
    replacement: 'if (isInTransaction || sql !== "") return run(sql, parameters)',
    tests: ['test/server/storage/postgres-one-writer.test.ts'],
  },
  {
    name: 'texts sort as the database was made to',
    file: storage('postgres-dialect.ts'),
    anchor: `this.append(' collate "C"')`,
    replacement: `this.append('')`,
    tests: [DATABASE],
  },
  {
    name: 'numbers of the log leave a gap',
    file: storage('postgres-log-append.ts'),
    anchor: 'headed.head_before + new.nth, new.time_ms',
    replacement: 'headed.head_before + new.nth + 1, new.time_ms',
    tests: ['test/server/storage/postgres-update-log.test.ts'],
  },
]
