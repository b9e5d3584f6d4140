/** samplan doctor: is everything in order? Looks, beside the program if it runs, and changes nothing. */
import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { type Checked, fine, problem, runChecks } from '../doctor/check.ts'
import { dataChecks } from '../doctor/data-checks.ts'
import { worldChecks } from '../doctor/world-checks.ts'
import { tryMail } from '../doors/smtp-mailer.ts'
import type { Database } from '../storage/database.ts'
import { backupsFolder, listBackups } from './backups-folder.ts'
import { type Command, type CommandContext, CommandProblem } from './command.ts'
import { openBeside, unreachable } from './open-data.ts'

const SIGNS = { fine: 'ok     ', warning: 'look   ', problem: 'PROBLEM' } as const

export const doctor: Command = {
  name: 'doctor',
  says: 'looks whether everything is in order: database, trails, plans, disk, address, mail, backups',
  options: {},
  async run(context) {
    const checked = [...(await lookAtData(context)), ...(await lookAround(context))]
    const count = (state: Checked['state']) => checked.filter((one) => one.state === state).length
    const [problems, warnings] = [count('problem'), count('warning')]
    return {
      lines: [
        ...checked.map(({ name, state, said }) => `${SIGNS[state]}  ${name}: ${said}`),
        `${problems} problems, ${warnings} to look at, of ${checked.length} checks.`,
      ],
      json: { problems, warnings, checks: checked },
      isBad: problems > 0,
    }
  },
}

async function lookAtData({ config, nowMs }: CommandContext): Promise<readonly Checked[]> {
  const name = 'database'
  let database: Database
  try {
    database = openBeside(config)
  } catch (error) {
    if (!(error instanceof CommandProblem)) throw error
    return [{ name, ...problem(error.message) }]
  }
  try {
    await database.db.introspection.getTables()
    const said = config.databaseUrl === null ? 'SQLite, in DATA_DIR.' : 'Postgres answers.'
    return [{ name, ...fine(said) }, ...(await runChecks(dataChecks(database, nowMs())))]
  } catch (error) {
    return [{ name, ...problem(unreachable(config, error)) }]
  } finally {
    await database.close()
  }
}

function lookAround({ config, nowMs }: CommandContext): Promise<readonly Checked[]> {
  const folder = resolve(config.dataDir)
  return runChecks(
    worldChecks({
      config,
      dataFolder: existsSync(folder) ? folder : dirname(folder),
      latestBackupMs: listBackups(backupsFolder(config)).at(-1)?.madeAtMs ?? null,
      nowMs: nowMs(),
      tryMail,
    }),
  )
}
