/**
 * `npm run dev`: the server and Vite together, with the example school. The
 * server restarts when its sources change; Vite serves the pages and passes the
 * rest on. Ends both when either ends.
 */
import { spawn } from 'node:child_process'

const VITE_ORIGIN = 'http://localhost:4322'
const DATA_FOLDER = 'data/dev'

const children = [
  spawn(
    process.execPath,
    [
      '--watch-path=server',
      '--watch-path=shared',
      '--watch-preserve-output',
      'server/main.ts',
      '--dev',
    ],
    {
      stdio: 'inherit',
      env: { DATA_DIR: DATA_FOLDER, PUBLIC_URL: VITE_ORIGIN, ...process.env },
    },
  ),
  spawn(process.execPath, ['node_modules/vite/bin/vite.js'], { stdio: 'inherit' }),
]

const stopAll = () => children.forEach((child) => child.kill())
process.once('SIGINT', stopAll)
process.once('SIGTERM', stopAll)
for (const child of children) {
  child.once('exit', (code) => {
    process.exitCode ??= code ?? 0
    stopAll()
  })
}
