import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CODE_LETTERS } from '../../../shared/access/pupil-codes.ts'
import type { TestApp } from '../../support/build-app.ts'
import { openPupils, type Pupils } from '../../support/pupils.ts'

const SCHOOL = '203.0.113.7'
const QUARTER_MS = 15 * 60 * 1000

let app: TestApp
let pupils: Pupils

beforeEach(async () => {
  ;({ app, pupils } = await openPupils())
})

afterEach(() => app.close())

/** Six letters that open nothing, each time others. */
function wrongCode(index: number, code: string): string {
  let rest = index
  const letters = Array.from({ length: 6 }, () => {
    const letter = CODE_LETTERS[rest % CODE_LETTERS.length] ?? ''
    rest = Math.floor(rest / CODE_LETTERS.length)
    return letter
  }).join('')
  return letters === code ? wrongCode(index + 1_000_000, code) : letters
}

async function guess(code: string, times: number, from: (index: number) => string) {
  const statuses: number[] = []
  for (let index = 0; index < times; index += 1) {
    const reply = await pupils.tryToComeIn(wrongCode(index, code), { from: from(index) })
    statuses.push(reply.statusCode)
  }
  return statuses
}

describe('a class behind one address', () => {
  it('comes in within a minute, forty pupils who each mistype once', async () => {
    const { code } = await pupils.open({ maxUses: 40 }, SCHOOL)

    const statuses: number[] = []
    for (let index = 0; index < 40; index += 1) {
      await pupils.tryToComeIn(wrongCode(index, code), { from: SCHOOL })
      const reply = await pupils.tryToComeIn(code, { name: `Tern ${index}`, from: SCHOOL })
      statuses.push(reply.statusCode)
    }

    expect(statuses).toEqual(statuses.map(() => 200))
  })

  it('comes in where nobody has shown the code, once the first of them is in', async () => {
    const { code } = await pupils.open({ maxUses: 40 })
    await guess(code, 20, () => SCHOOL)
    await pupils.comeIn(code, { from: SCHOOL })

    const statuses = await guess(code, 20, () => SCHOOL)

    expect(statuses.at(-1)).toBe(429)
    expect((await pupils.tryToComeIn(code, { name: 'Oter', from: SCHOOL })).statusCode).toBe(200)
  })

  it('is not locked out by one of them who guesses on and on: the link of the QR code opens', async () => {
    const { code, token } = await pupils.open({ maxUses: 40 }, SCHOOL)
    await guess(code, 310, () => SCHOOL)

    expect((await pupils.tryToComeIn(code, { from: SCHOOL })).statusCode).toBe(429)
    expect((await pupils.tryToComeIn(token, { from: SCHOOL })).statusCode).toBe(200)
    app.clock.nowMs += QUARTER_MS
    expect((await pupils.tryToComeIn(code, { name: 'Oter', from: SCHOOL })).statusCode).toBe(200)
  })

  it('is not locked out by a crowd that guesses from all over the world', async () => {
    const { code } = await pupils.open({ maxUses: 40 }, SCHOOL)
    await guess(code, 130, (index) => `198.51.${index}.1`)

    expect((await pupils.tryToComeIn(code, { from: SCHOOL })).statusCode).toBe(200)
  })
})

describe('guessing', () => {
  it('of one address ends after thirty, and a right code then answers like a wrong one', async () => {
    const { code } = await pupils.open({}, SCHOOL)

    const statuses = await guess(code, 31, () => '198.51.100.9')

    expect([statuses[29], statuses[30]]).toEqual([410, 429])
    const right = await pupils.tryToComeIn(code, { from: '198.51.100.9' })
    const wrong = await pupils.tryToComeIn(wrongCode(99, code), { from: '198.51.100.9' })
    expect([right.statusCode, right.body]).toEqual([429, wrong.body])
    expect((await pupils.list()).doors).toMatchObject([{ uses: 0 }])
  })

  it('from thousands of addresses ends after a hundred and twenty, and a right code then answers like a wrong one', async () => {
    const { code } = await pupils.open({}, SCHOOL)

    const statuses = await guess(code, 121, (index) => `198.51.${index}.1`)

    expect([statuses[119], statuses[120]]).toEqual([410, 429])
    expect((await pupils.tryToComeIn(code, { from: '192.0.2.200' })).statusCode).toBe(429)
    expect((await pupils.list()).doors).toMatchObject([{ uses: 0 }])
  })

  it('from where another door is known is a stranger’s at this one', async () => {
    const { code } = await pupils.open({}, SCHOOL)
    await pupils.open({ label: '7B' }, '198.51.100.9')

    await guess(code, 31, () => '198.51.100.9')

    expect((await pupils.tryToComeIn(code, { from: '198.51.100.9' })).statusCode).toBe(429)
  })

  it('is counted by the address it comes from, whatever a header says', async () => {
    const { code } = await pupils.open({}, SCHOOL)
    const tryWith = (index: number) =>
      pupils.tryToComeIn(wrongCode(index, code), {
        from: '198.51.100.9',
        headers: { 'x-forwarded-for': `10.0.0.${index}`, forwarded: `for=10.0.0.${index}` },
      })

    for (let index = 0; index < 30; index += 1) await tryWith(index)

    expect((await tryWith(30)).statusCode).toBe(429)
  })

  it('of return codes is told to wait, and whoever has a right one comes back', async () => {
    const { returnCode } = await pupils.comeIn((await pupils.open()).code)
    const statuses: number[] = []
    for (let index = 0; index < 310; index += 1) {
      const code = wrongCode(index, '') + wrongCode(index + 1, '') + 'BBBB'
      statuses.push((await pupils.tryToReturn(code)).statusCode)
    }

    expect([statuses[0], statuses.at(-1)]).toEqual([410, 429])
    expect((await pupils.tryToReturn(returnCode)).statusCode).toBe(200)
  })
})
