/** What is written about the project is true: files and scripts that it names are there. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT } from './support/source-files.ts'

describe('the prose', () => {
  const pages = [
    'README.md',
    'ARCHITECTURE.md',
    'CONTRIBUTING.md',
    'docs/operations.md',
    'docs/security.md',
  ]

  it.each(pages)('%s names files and scripts that exist', (page) => {
    const text = read(page)
    const scripts = Object.keys(
      (JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts,
    )

    const paths = [
      ...text.matchAll(/`((?:client|server|shared|test|docs|bench|\.ci)\/[\w./*-]*)`/g),
    ]
      .map(([, path]) => (path ?? '').replace(/\*.*$/, ''))
      .filter((path) => !existsSync(join(ROOT, path)))
    const unknown = [...text.matchAll(/npm run ([a-z:-]+)/g)]
      .map(([, script]) => script ?? '')
      .filter((script) => !scripts.includes(script))

    expect(paths).toEqual([])
    expect(unknown).toEqual([])
  })
})

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8')
}

describe('the table of ASVS 5.0.0', () => {
  /** Levels 1 and 2, by section: how many there are, and those of level 3 within them. */
  const REQUIREMENTS: readonly string[] = [
    ...numbers('V2.1', 3),
    ...numbers('V2.2', 3),
    ...numbers('V2.3', 4),
    ...numbers('V2.4', 1),
    ...numbers('V3.2', 2),
    ...numbers('V3.3', 4),
    ...numbers('V3.4', 6),
    ...numbers('V3.5', 5),
    ...numbers('V3.7', 2),
    ...numbers('V4.1', 3),
    ...numbers('V4.2', 1),
    ...numbers('V4.3', 2),
    ...numbers('V4.4', 4),
    ...numbers('V6.1', 3),
    ...numbers('V6.2', 12),
    ...numbers('V6.3', 4),
    ...numbers('V6.4', 4),
    ...numbers('V6.5', 5),
    ...numbers('V6.6', 3),
    ...numbers('V6.8', 4),
    ...numbers('V7.1', 3),
    ...numbers('V7.2', 4),
    ...numbers('V7.3', 2),
    ...numbers('V7.4', 5),
    ...numbers('V7.5', 2),
    ...numbers('V7.6', 2),
    ...numbers('V8.1', 2),
    ...numbers('V8.2', 3),
    ...numbers('V8.3', 1),
    ...numbers('V8.4', 1),
  ]

  it('has every requirement of levels 1 and 2 once, with a word of three', () => {
    const rows = [...read('docs/security.md').matchAll(/^\| (V\d+\.\d+\.\d+) .*$/gm)]
    const words = rows.map(([row]) => row.split(' | ')[2])

    expect(rows.map(([, number]) => number)).toEqual(REQUIREMENTS)
    expect([...new Set(words)].sort()).toEqual(['met', 'not applicable', 'open'])
  })
})

function numbers(section: string, count: number): string[] {
  return Array.from({ length: count }, (_number, index) => `${section}.${index + 1}`)
}
