import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { plant } from './support/planted-fault.ts'
import { FAULTS_OF_POSTGRES } from './support/planted-faults-of-postgres.ts'
import { FAULTS_OF_ROOMS } from './support/planted-faults-of-rooms.ts'
import { FAULTS_OF_SUGGESTIONS } from './support/planted-faults-of-suggestions.ts'
import { FAULTS_OF_THE_GUARD } from './support/planted-faults-of-the-guard.ts'
import { ROOT } from './support/source-files.ts'

const PLANTED_FAULTS = [
  ...FAULTS_OF_ROOMS,
  ...FAULTS_OF_THE_GUARD,
  ...FAULTS_OF_POSTGRES,
  ...FAULTS_OF_SUGGESTIONS,
]

it('every planted fault has its one place in the source, and tests to find it', () => {
  const homeless = PLANTED_FAULTS.filter((fault) => {
    const source = readFileSync(join(ROOT, fault.file), 'utf8')
    return (
      plant(source, fault) === null || !fault.tests.every((test) => existsSync(join(ROOT, test)))
    )
  })

  expect(homeless.map(({ name }) => name)).toEqual([])
  expect(PLANTED_FAULTS.length).toBeGreaterThanOrEqual(25)
})
