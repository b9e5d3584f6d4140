import { describe, expect, it } from 'vitest'
import { postgresProblem } from '../../../server/ops/start-problems.ts'

const URL_OF_SCHOOL = 'postgres://skole:hunter2@db.example.org:5433/plan%20A'

const withCode = (code: string, message = 'no') => Object.assign(new Error(message), { code })

describe('why Postgres cannot be used', () => {
  it.each([
    [withCode('ECONNREFUSED'), /^Postgres does not answer at db.example.org:5433 \(ECONNREFUSED\)/],
    [withCode('ENOTFOUND'), /^Postgres does not answer at db.example.org:5433/],
    [new Error('timeout expired'), /^Postgres does not answer at .* \(timeout expired\)/],
    [new Error('Connection terminated unexpectedly'), /^Postgres does not answer/],
    [withCode('28P01'), /does not let skole in\. Are name and password in DATABASE_URL right\?$/],
    [withCode('28000'), /does not let skole in/],
    [withCode('3D000'), /has no database plan A\. Create it/],
    [
      new Error('The tables could not be made', { cause: new Error('denied (Postgres 42501)') }),
      /does not let skole make tables in plan A\. Make skole its owner\.$/,
    ],
    [
      new Error('not durable', { cause: new Error('fsync off') }),
      /^The database at db.example.org:5433 could not be opened: not durable: fsync off$/,
    ],
  ])('%s is said in a sentence, without the password', (error, sentence) => {
    const said = postgresProblem(error, URL_OF_SCHOOL)

    expect(said).toMatch(sentence)
    expect(said).not.toContain('hunter2')
  })
})
