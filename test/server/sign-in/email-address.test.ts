/** What is an e-mail address: judged in one place for every door. */
import { expect, it } from 'vitest'
import { normalEmail } from '../../../server/sign-in/email-address.ts'

it.each([
  [' Kari@Ternvag.NO ', 'kari@ternvag.no'],
  ['kari.nordmann+plan@post.ternvag.no', 'kari.nordmann+plan@post.ternvag.no'],
  ['åse@ternvåg.no', 'åse@ternvåg.no'],
  ['kari@localhost', 'kari@localhost'],
])('%j is one', (typed, kept) => {
  expect(normalEmail(typed)).toBe(kept)
})

it.each([
  'kari',
  'kari@',
  '@ternvag.no',
  'kari@ternvag',
  'kari@localhost2',
  'kari@.no',
  'kari@ternvag.',
  'kari@ternvag..no',
  'kari@a@b.no',
  'kari@b.no,ola@b.no',
  'kari@b.no\r\nBcc: all@example.org',
  `${'x'.repeat(250)}@x.no`,
])('%j is none', (typed) => {
  expect(normalEmail(typed)).toBeNull()
})
