/** What a table must say beside its numbers: on what they were measured, and when. */
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'

/** '2 × AMD EPYC, 8 GB, load 0.4, Node 24.21.0, 2026-11-26'. */
export function machineLine(): string {
  const processors = cpus()
  const memoryGb = Math.round(totalmem() / 2 ** 30)
  const load = loadavg()[0]?.toFixed(1) ?? '?'
  const date = new Date().toISOString().slice(0, 10)
  return `${processors.length} × ${processors[0]?.model.trim() ?? 'processor'}, ${memoryGb} GB, load ${load} at the end, Node ${process.versions.node}, ${date}`
}

/**
 * Prints a result, and with `--write` puts it into bench/README.md between the marks
 * `<!-- name -->` and `<!-- /name -->`.
 *
 * @throws Error when the marks are not there.
 */
export function publish(name: string, result: string): void {
  process.stdout.write(`\n${result}\n`)
  if (!process.argv.includes('--write')) return
  const file = new URL('../README.md', import.meta.url)
  const page = readFileSync(file, 'utf8')
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`]
  const [start, end] = [page.indexOf(open), page.indexOf(close)]
  if (start < 0 || end < start) throw new Error(`bench/README.md has no place for ${name}`)
  writeFileSync(file, `${page.slice(0, start + open.length)}\n${result}\n${page.slice(end)}`)
}
