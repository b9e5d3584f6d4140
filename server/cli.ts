/**
 * samplan: commands for whoever runs the server.
 *
 *   npm run samplan -- --help        node server/cli.ts --help
 *
 * No colleague can let a lost coordinator in again, and no page restores a backup: whoever
 * has the data in hand can. Reads the same environment as the program, .env included.
 */
import './ops/require-node.ts'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { COMMANDS } from './commands/commands.ts'
import { runCli } from './commands/run-cli.ts'
import { readConfig } from './config.ts'

// What a command writes, a backup above all, is for whoever runs it.
process.umask(0o077)
if (existsSync('.env')) process.loadEnvFile('.env')

process.exitCode = await runCli(
  {
    commands: COMMANDS,
    readConfig: () => readConfig(process.env),
    nowMs: Date.now,
    random: randomBytes,
    say: (text) => void process.stdout.write(text),
    complain: (text) => void process.stderr.write(text),
  },
  process.argv.slice(2),
)
