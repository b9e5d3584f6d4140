/** The same work for nobody as for somebody: counted, because clocks in tests lie. */
import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Account } from '../../../server/sign-in/account-store.ts'
import { checkPassword } from '../../../server/sign-in/password-door.ts'
import { createPasswordThrottle } from '../../../server/sign-in/password-throttle.ts'
import { createPasswords } from '../../../server/sign-in/passwords.ts'
import type { UserId } from '../../../shared/ids.ts'

const passwords = createPasswords(randomBytes)

function openDoor(account: Partial<Account> | null) {
  const checked: (string | null)[] = []
  const deps = {
    accounts: {
      findByEmail: () =>
        Promise.resolve(
          account && {
            userId: 'kari' as UserId,
            email: 'kari@ternvag.no',
            emailVouchedAtMs: null,
            emailConfirmedAtMs: 1,
            passwordHash: null,
            ...account,
          },
        ),
      replaceHash: () => Promise.resolve(),
    },
    passwords: {
      ...passwords,
      isRight: (password: string, kept: string | null) => {
        checked.push(kept)
        return passwords.isRight(password, kept)
      },
    },
    throttle: createPasswordThrottle(() => 0),
  }
  const enter = () =>
    checkPassword(deps, { email: 'kari@ternvag.no', password: 'wrong', address: '192.0.2.1' })
  return { enter, checked }
}

describe('a password is worked on once', () => {
  it.each([
    ['of nobody', null],
    ['of an account without one', {}],
    ['of an account that has another', { passwordHash: 'kept' }],
  ])('%s', async (_whose, traits) => {
    const passwordHash = traits && 'passwordHash' in traits ? await passwords.keep('x') : null
    const { enter, checked } = openDoor(traits && { passwordHash })

    await expect(enter()).rejects.toMatchObject({ code: 'sign-in-failed' })

    expect(checked).toEqual([passwordHash])
  })
})

describe('what is kept', () => {
  it('says its parameters, holds another salt each time, and nothing of the password', async () => {
    const [one, two] = [await passwords.keep('tre sykler'), await passwords.keep('tre sykler')]

    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
    expect(two).not.toBe(one)
    expect(one).not.toContain('sykler')
    expect(await passwords.isRight('tre sykler', one)).toBe(true)
    expect(await passwords.isRight('tre sykle', one)).toBe(false)
    expect(passwords.isOutdated(one)).toBe(false)
  })

  it.each(['', 'plain text', '$argon2i$v=19$m=8,t=1,p=1$c2FsdA$aGFzaA'])(
    'in another form opens nothing: %j',
    async (kept) => {
      expect(await passwords.isRight(kept, kept)).toBe(false)
    },
  )
})
