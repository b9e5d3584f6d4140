/** Colours outside the tokens, where there are no tokens: the manifest, the page's head, the icons' script. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ROOT } from './support/source-files.ts'

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')

/** The values of a token: light, then dark. */
const values = (token: string) =>
  [...read('client/ui/tokens.css').matchAll(new RegExp(`--${token}: (#[0-9a-f]{6});`, 'g'))].map(
    ([, colour]) => colour,
  )

it('the installed program has the ground of the pages, light and dark', () => {
  const manifest = JSON.parse(read('client/public/manifest.webmanifest')) as Record<string, unknown>
  const inHead = read('client/index.html').matchAll(/name="theme-color" content="(#[0-9a-f]{6})"/g)
  const [light] = values('ground')

  expect([manifest['theme_color'], manifest['background_color']]).toEqual([light, light])
  expect([...inHead].map(([, colour]) => colour)).toEqual(values('ground'))
})

it('the icons are the mark on the mat', () => {
  const script = read('test/e2e/icons.ts')

  expect(script).toContain(`MAT = '${values('mat')[0]}'`)
  expect(script).toContain(`INK = '${values('mat-ink')[0]}'`)
})
