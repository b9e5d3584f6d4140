import { expect, it } from 'vitest'
import { createPasswordThrottle } from '../../../server/sign-in/password-throttle.ts'

it('[lock-out] keeps counting an account, however many invented ones are tried', () => {
  const throttle = createPasswordThrottle(() => 0)
  const guess = (email: string) => {
    try {
      throttle.begin({ email, address: '192.0.2.7' })
      return true
    } catch {
      return false
    }
  }
  for (let count = 0; count < 10; count += 1) guess('kari@ternvag.no')

  for (let count = 0; count < 25_000; count += 1) guess(`nobody-${count}@ternvag.no`)

  expect(guess('kari@ternvag.no')).toBe(false)
})
