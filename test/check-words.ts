/**
 * Are the catalogs of words true? Every string of the interface is in them, none
 * is left over, and every language has every one. Part of `npm run check`.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LANGUAGES } from '../shared/languages.ts'

const CATALOGS = 'client/words'
const SOURCE_LANGUAGE = 'en'

const kept = mkdtempSync(join(tmpdir(), 'samplan-words-'))
const problems: string[] = []
const catalogs = LANGUAGES.map((language) => `${language}.po`)
for (const catalog of catalogs) cpSync(join(CATALOGS, catalog), join(kept, catalog))

try {
  const { status, stdout, stderr } = spawnSync(
    'lingui',
    ['extract', '--clean', '--config', `${CATALOGS}/lingui.config.ts`],
    { encoding: 'utf8' },
  )
  if (status !== 0) problems.push(`lingui extract failed:\n${stdout}${stderr}`)
  for (const catalog of catalogs) {
    const before = wordsOf(join(kept, catalog))
    const after = wordsOf(join(CATALOGS, catalog))
    for (const id of after.keys()) if (!before.has(id)) problems.push(`${catalog} lacks: ${id}`)
    for (const id of before.keys()) {
      if (!after.has(id)) problems.push(`${catalog} has one that nobody says: ${id}`)
    }
    if (catalog === `${SOURCE_LANGUAGE}.po`) continue
    for (const [id, words] of after)
      if (words === '') problems.push(`${catalog} is silent on: ${id}`)
  }
} finally {
  for (const catalog of catalogs) cpSync(join(kept, catalog), join(CATALOGS, catalog))
  rmSync(kept, { recursive: true })
}

for (const problem of problems) process.stderr.write(`${problem}\n`)
if (problems.length > 0) {
  process.stderr.write('Run `npm run words`, then write the missing ones.\n')
  process.exitCode = 1
}

/** The entries of a PO file: id -> words. Long strings stand on several lines. */
function wordsOf(file: string): Map<string, string> {
  const words = new Map<string, string>()
  for (const entry of readFileSync(file, 'utf8').split(/\n\n+/)) {
    const id = quoted(entry, 'msgid')
    if (id) words.set(`${quoted(entry, 'msgctxt') ?? ''}${id}`, quoted(entry, 'msgstr') ?? '')
  }
  return words
}

function quoted(entry: string, key: string): string | null {
  const match = new RegExp(`^${key} ((?:"(?:[^"\\\\]|\\\\.)*"\\s*)+)`, 'm').exec(entry)
  return match?.[1] === undefined ? null : match[1].replace(/"\s*"|^"|"\s*$/g, '')
}
