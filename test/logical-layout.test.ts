/**
 * Nothing in our styles knows left or right: where lines run from right to left,
 * the page turns by itself. What has to know stands in a list, with its reason.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { HTML_STYLE } from '../server/export/html-style.ts'
import { filesBelow, ROOT } from './support/source-files.ts'

/** Property or value of one side, and boxes given by four different sides. */
const PHYSICAL: readonly RegExp[] = [
  /(?<![\w-])(?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:left|right)\b/,
  /(?<![\w-])border-(?:top|bottom)-(?:left|right)-radius\b/,
  /(?<![\w-])(?:left|right)\s*:/,
  /(?<![\w-])(?:float|clear|text-align|caption-side|text-align-last)\s*:\s*(?:left|right)\b/,
  /(?<![\w-])(?:background|mask|object|transform|perspective)[\w-]*\s*:[^;]*\b(?:left|right)\b/,
  /\bto (?:left|right)\b/,
  /\btranslateX\(|(?<![\w-])translate\s*:\s*-?[\d.]*[1-9]/,
]
/** 'top right bottom left' with a right that is not the left. */
const FOUR_SIDES = /(?<![\w-])(?:margin|padding|inset|border-(?:width|style|color))\s*:\s*([^;}]+)/g

/** file -> the declarations that may know a side, each beside what turns it. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  // The tip is centred over its button: half of itself back, and forth where lines run backwards.
  'client/text/text-toolbar.module.css': ['translate: -50%', 'translate: 50%'],
}

const styles = [
  ...filesBelow('client')
    .filter((path) => path.endsWith('.css'))
    .map((path) => [path, readFileSync(join(ROOT, path), 'utf8')] as const),
  ['server/export/html-style.ts', HTML_STYLE] as const,
]

it.each(styles)('%s names no side', (path, text) => {
  const allowed = ALLOWED[path] ?? []
  const declarations = text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .split(/[;{}]/)
    .map((declaration) => declaration.trim())

  expect(
    declarations
      .filter((one) => PHYSICAL.some((pattern) => pattern.test(one)) || isLopsided(one))
      .filter((one) => !allowed.includes(one)),
  ).toEqual([])
})

it('the list of exceptions is no longer than it must be', () => {
  const stale = Object.entries(ALLOWED).flatMap(([path, declarations]) => {
    const text = styles.find(([name]) => name === path)?.[1] ?? ''
    return declarations.filter((declaration) => !text.includes(declaration))
  })

  expect(stale).toEqual([])
})

it('no component sets a side by hand', () => {
  const sided = filesBelow('client')
    .filter((path) => path.endsWith('.tsx'))
    .filter((path) =>
      /style=\{\{[^}]*\b(?:left|right|(?:margin|padding|border)(?:Left|Right))\b/.test(
        readFileSync(join(ROOT, path), 'utf8'),
      ),
    )

  expect(sided).toEqual([])
})

function isLopsided(declaration: string): boolean {
  return [...declaration.matchAll(FOUR_SIDES)].some(([, value = '']) => {
    const sides = value.trim().split(/\s+(?![^(]*\))/)
    return sides.length === 4 && sides[1] !== sides[3]
  })
}
