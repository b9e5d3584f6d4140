import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ROOT } from '../../support/source-files.ts'

it('the pages are built anew when anything changed that their build reads', () => {
  const config = readFileSync(join(ROOT, 'vite.config.ts'), 'utf8')
  const prepare = readFileSync(join(ROOT, 'server/ops/prepare.mjs'), 'utf8')
  const imported = [...config.matchAll(/from '\.\/(server\/[^']+)'/g)].map(([, path = '']) => path)

  expect(imported.length).toBeGreaterThan(2)
  expect(imported.filter((path) => !prepare.includes(`'${path}'`))).toEqual([])
})
