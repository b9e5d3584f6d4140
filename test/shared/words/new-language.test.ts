/**
 * A language more is one file and one row: shown on a copy of the program that speaks an invented
 * one, from the translator's file to the built pages and the answers of the running server.
 */
import { globSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inventLanguage, INVENTED, type InventedProgram } from '../../support/invented-language.ts'
import { createProgram, type Program } from '../../support/program.ts'
import { ROOT } from '../../support/source-files.ts'
import { LANGUAGES } from '../../../shared/languages.ts'
import { PARTS } from '../../../shared/words/parts.ts'

const { tag, mark } = INVENTED
/** Everything is gathered, compiled, built and started once. */
const WHOLE = 300_000

let copy: InventedProgram
let program: Program
let written: string

beforeAll(async () => {
  copy = inventLanguage()
  written = readFileSync(join(copy.folder, `shared/words/${tag}.po`), 'utf8')
  copy.run('npm', 'run', 'words')
  copy.run('vite', 'build', '--logLevel', 'warn')
  program = await createProgram({}, copy.folder)
  await program.start()
}, WHOLE)

afterAll(async () => {
  await program?.stop()
  rmSync(copy.folder, { recursive: true, force: true })
}, WHOLE)

describe('a language of one file and one row', () => {
  it('keeps the file that the translator wrote, and the others', () => {
    const folder = 'shared/words'
    const names = globSync('*.po', { cwd: join(copy.folder, folder) })

    expect(names).toHaveLength(LANGUAGES.length + 1)
    for (const name of names) {
      const before = name === `${tag}.po` ? written : readFileSync(join(ROOT, folder, name), 'utf8')
      expect(readFileSync(join(copy.folder, folder, name), 'utf8')).toBe(before)
    }
  })

  it(
    'passes the checks of words and types',
    () => {
      copy.run('node', 'shared/words/check.ts')
      copy.run('tsc', '-p', 'shared')
    },
    WHOLE,
  )

  it('is on the pages, each part in a file of its own', async () => {
    for (const part of PARTS) {
      const said = Object.values(await builtWords(part)).map(String)

      expect(said.length).toBeGreaterThan(0)
      expect(said.filter((words) => !words.startsWith(mark))).toEqual([])
    }
  })

  it('is what the server answers in, with lines that run its way', async () => {
    const door = await fetch(`${program.url}/sign-in/none`, {
      headers: { accept: 'text/html', 'accept-language': tag },
    })
    const page = await door.text()

    expect(page).toContain(`<html lang="${tag}" dir="rtl">`)
    expect(page).toContain(`<h1>${mark}`)
  })

  it(
    'is the language of an exported plan: the template’s words and the labels',
    async () => {
      const { planId, people } = await program.newExample()
      const opened = await fetch(people[0]!.signInUrl, { redirect: 'manual' })
      const cookie = opened.headers.getSetCookie()[0]!.split(';')[0]!
      const reply = await fetch(`${program.url}/api/plans/${planId}/export/html?lang=${tag}`, {
        headers: { cookie },
      })
      const page = await reply.text()

      expect(reply.status).toBe(200)
      const said = ['Felles lederskap', 'Slik gjør vi det i dag', 'Ansvarlig', 'Innhold']
      expect(said.filter((words) => !page.includes(mark + words))).toEqual([])
      expect(new RegExp(`${mark}\\d+ tiltak, \\d+ ferdige`).test(page)).toBe(true)
    },
    WHOLE,
  )
})

/** The messages of a part, from the file that a browser would load. */
async function builtWords(part: string): Promise<Record<string, unknown>> {
  const built = join(copy.folder, 'dist/client')
  const manifest = JSON.parse(readFileSync(join(built, '.vite/manifest.json'), 'utf8')) as Record<
    string,
    { file: string }
  >
  const { file } = manifest[`../shared/words/${tag}.po?part=${part}`]!
  const { messages } = (await import(join(built, file))) as { messages: Record<string, unknown> }
  return messages
}
