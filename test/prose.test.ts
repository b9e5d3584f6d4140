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
