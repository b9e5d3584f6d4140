import { describe, expect, it } from 'vitest'
import { letterOf } from '../../../client/discuss/letters.ts'
import {
  bodyToSend,
  distinctlyNamed,
  mentionTyped,
  partsOfBody,
  writtenBody,
} from '../../../client/discuss/mentions.ts'

const ELLE = { memberId: 'a'.repeat(20), name: 'Elle' }
const ELLE_LUND = { memberId: 'b'.repeat(20), name: 'Elle Lund' }
const PEOPLE = [ELLE, ELLE_LUND]

describe('mentions', () => {
  it('are sent as the member, and come back as the name', () => {
    const body = bodyToSend('Hei @Elle Lund og @Elle!', PEOPLE)

    expect(body).toBe(`Hei @{${ELLE_LUND.memberId}} og @{${ELLE.memberId}}!`)
    expect(writtenBody(body, PEOPLE)).toBe('Hei @Elle Lund og @Elle!')
  })

  it('are of nobody whose name only begins the word', () => {
    expect(bodyToSend('@Elleanne, @Elle2, @Elle.', PEOPLE)).toBe(
      `@Elleanne, @Elle2, @{${ELLE.memberId}}.`,
    )
    const odd = { memberId: 'd'.repeat(20), name: 'A.-/(B)' }
    expect(bodyToSend('@A.-/(B) @Ax-/(B)', [odd])).toBe(`@{${odd.memberId}} @Ax-/(B)`)
  })

  it('reach the one of two namesakes who was picked, and nobody when none was', () => {
    const second = { ...ELLE, memberId: 'e'.repeat(20) }
    const people = distinctlyNamed([second, ELLE, ELLE_LUND])

    expect(people.map(({ name }) => name)).toEqual(['Elle (2)', 'Elle (1)', 'Elle Lund'])
    const body = bodyToSend('@Elle (2) og @Elle', people)
    expect(body).toBe(`@{${second.memberId}} og @Elle`)
    expect(writtenBody(body, people)).toBe('@Elle (2) og @Elle')
  })

  it('are shown by the name somebody has now, and stay as written when nobody has it', () => {
    const body = `@{${ELLE.memberId}} @{${'c'.repeat(20)}}`

    expect(partsOfBody(body, [{ ...ELLE, name: 'Elle Márjá' }])).toEqual([
      { kind: 'mention', text: '@Elle Márjá' },
      { kind: 'words', text: ' ' },
      { kind: 'words', text: `@{${'c'.repeat(20)}}` },
    ])
  })

  it.each([
    ['@', 1, { from: 0, search: '' }],
    ['Hei @El', 7, { from: 4, search: 'El' }],
    ['Hei @Elle Lu', 12, { from: 4, search: 'Elle Lu' }],
    ['Hei @Elle Lund og', 17, null],
    ['kari@skole.no', 13, null],
    ['Hei', 3, null],
  ])('are typed: %s', (written, caret, typed) => {
    expect(mentionTyped(written, caret)).toEqual(typed)
  })
})

describe('letters', () => {
  it('go on after the last one, and what waits has none', () => {
    expect([0, 1, 26, 27, 52, 53].map(letterOf)).toEqual(['·', 'a', 'z', 'aa', 'az', 'ba'])
  })
})
