/**
 * `npm run bench:editor`: a plan of ours beside BlockNote with the same words, both
 * in the same browser on the same machine, round after round in turn. Prints one
 * table; with --write also into bench/README.md. ROUNDS and KEYS change how long it takes.
 */
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { chromiumLaunchOptions } from '../../test/e2e/chromium.ts'
import { pageScripts } from '../../test/support/page-scripts.ts'
import { createProgram } from '../../test/support/program.ts'
import { ROOT } from '../../test/support/source-files.ts'
import { createBenchSchool } from '../support/bench-plan.ts'
import { gzippedKb } from '../support/gzipped.ts'
import { machineLine, publish } from '../support/machine.ts'
import { startBarePage } from './bare-page.ts'
import { startBlockNote } from './blocknote.ts'
import { measureRound, type Round } from './measure.ts'
import { type Floor, type Measured, resultTable } from './result-table.ts'
import { type Device, LAPTOP, SLOW_PHONE, type Subject } from './subjects.ts'

const ROUNDS = Number(process.env['ROUNDS'] ?? 5)
const KEYS = Number(process.env['KEYS'] ?? 60)
const ACTION_COUNTS = [0, 60, 200]
const DEVICES: readonly Device[] = [LAPTOP, SLOW_PHONE]

const blockNote = await startBlockNote()
const bare = await startBarePage()
const program = await createProgram({ CAPS: 'bench', LOG_LEVEL: 'error' })
await program.start()
const browser = await chromium.launch(chromiumLaunchOptions())
try {
  const school = await createBenchSchool(program)
  const urls = new Map<number, string>()
  for (const count of ACTION_COUNTS) {
    const { url, document } = await school.addPlan(count)
    urls.set(count, url)
    await blockNote.addDocument(browser, count, document)
  }
  const samplan: Subject = {
    name: 'Samplan',
    folder: join(ROOT, 'dist/client'),
    textSelector: '[data-field-id] [role="textbox"] p',
    urlOf: (count) => urls.get(count) ?? '',
  }

  const setting = { browser, session: school.session, keyCount: KEYS }
  const measured = new Map<string, Round[]>()
  const note = async (subject: Subject, device: Device, count: number) => {
    const result = await measureRound(setting, subject, device, count)
    const key = keyOf(subject.name, device, count)
    measured.set(key, [...(measured.get(key) ?? []), result])
    process.stderr.write(`${key} ${JSON.stringify(result)}\n`)
  }
  // Warms the browser and the server up.
  for (const subject of [samplan, blockNote.subject]) {
    await measureRound(setting, subject, LAPTOP, 0)
  }
  for (let round = 0; round < ROUNDS; round++) {
    for (const device of DEVICES) {
      await note(bare.subject, device, 0)
      for (const count of ACTION_COUNTS) {
        const pair = [samplan, blockNote.subject]
        for (const subject of round % 2 === 0 ? pair : pair.toReversed()) {
          await note(subject, device, count)
        }
      }
    }
  }

  const roundsOf = ({ name }: Subject, device: Device, count: number) =>
    measured.get(keyOf(name, device, count)) ?? []
  const rows: Measured[] = DEVICES.flatMap((device) =>
    ACTION_COUNTS.map((actionCount) => ({
      slowdown: device.slowdown,
      actionCount,
      ours: roundsOf(samplan, device, actionCount),
      theirs: roundsOf(blockNote.subject, device, actionCount),
    })),
  )
  const floors: Floor[] = DEVICES.map((device) => ({
    slowdown: device.slowdown,
    rounds: roundsOf(bare.subject, device, 0),
  }))
  const manifestKb = gzippedKb(pageScripts('plan/plan-page.tsx')).toFixed(1)
  const remark = `${ROUNDS} rounds of ${KEYS} keys. By the build's manifest the plan page needs ${manifestKb} kB of script. ${machineLine()}.`
  publish('editor', `${resultTable(rows, floors)}\n\n${remark}`)
} finally {
  await browser.close()
  await program.stop()
  blockNote.close()
  bare.close()
}

function keyOf(name: string, { slowdown }: Device, count: number): string {
  return `${slowdown} ${count} ${name}`
}
