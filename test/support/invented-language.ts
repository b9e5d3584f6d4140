/**
 * A copy of the program that speaks one language more: a row in shared/languages.ts and one file
 * of words, made of another language's so that a person sees where it comes from. Nothing else is
 * touched; the rest is what `npm run words` makes of it.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { ROOT } from './source-files.ts'

/** Its tag, and what stands before each of its sentences. */
export const INVENTED = { tag: 'qx', mark: '¤' } as const

const COPIED = [
  'client',
  'server',
  'shared',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
  'vite.config.ts',
]
const ROW = `  ${INVENTED.tag}: { name: 'Quxish', locale: 'nb-NO', direction: 'rtl' },\n`

export interface InventedProgram {
  readonly folder: string
  /** Runs a program there to its end. @throws Error with all it said when it fails. */
  run(program: string, ...args: readonly string[]): string
}

/** Copied, with the row and the file; nothing is run yet. */
export function inventLanguage(): InventedProgram {
  const folder = mkdtempSync(join(tmpdir(), 'samplan-language-'))
  for (const name of COPIED) cpSync(join(ROOT, name), join(folder, name), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'dir')

  const languages = join(folder, 'shared/languages.ts')
  const table = readFileSync(languages, 'utf8')
  writeFileSync(languages, table.replace('} as const satisfies', `${ROW}} as const satisfies`))
  const words = readFileSync(join(folder, 'shared/words/nb.po'), 'utf8')
  writeFileSync(join(folder, `shared/words/${INVENTED.tag}.po`), invent(words))
  return { folder, run: (program, ...args) => run(folder, program, args) }
}

function invent(words: string): string {
  return words
    .replace('"Language: nb\\n"', `"Language: ${INVENTED.tag}\\n"`)
    .replace(/(?<=^msgid ".+"\nmsgstr ")/gm, INVENTED.mark)
}

function run(folder: string, program: string, args: readonly string[]): string {
  const bin = join(folder, 'node_modules/.bin')
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: '', PATH: `${bin}${delimiter}${process.env['PATH']}` },
  })
  if (status === 0) return stdout
  throw new Error(`${program} ${args.join(' ')} ended with ${status}:\n${stdout}${stderr}`)
}
