/**
 * The codes of pupils, as they are shown and typed: six letters on the wall, and four
 * groups of four that bring one pupil back.
 *
 * Eighteen capital letters that nobody mistakes for another on a wall or in a child's
 * hand, and no vowels, so that no code is a word. What is typed is read kindly: small
 * letters, blanks and hyphens, and what looks like a letter of ours.
 */
import type { RandomBytes } from '../ids.ts'

export const CODE_LETTERS = 'BDFGHJKLMNPRSTVWXZ'
export const JOIN_CODE_LENGTH = 6
export const RETURN_CODE_LENGTH = 16
const GROUP_LENGTH = 4

/** The largest multiple of their number in a byte: above it a letter would be likelier than others. */
const FAIR_BYTES = 256 - (256 % CODE_LETTERS.length)

const LOOK_ALIKES: Readonly<Record<string, string>> = {
  '1': 'L',
  '2': 'Z',
  '5': 'S',
  '6': 'G',
  '8': 'B',
  C: 'G',
  I: 'L',
  U: 'V',
}

export function createJoinCode(random: RandomBytes): string {
  return createCode(random, JOIN_CODE_LENGTH)
}

/** 66 bits: nobody guesses it, however often. */
export function createReturnCode(random: RandomBytes): string {
  return createCode(random, RETURN_CODE_LENGTH)
}

/** As it is kept and looked up, from what was typed; null when it cannot be such a code. */
export function readJoinCode(typed: string): string | null {
  return readCode(typed, JOIN_CODE_LENGTH)
}

/** As it is kept and looked up, from what was typed; null when it cannot be such a code. */
export function readReturnCode(typed: string): string | null {
  return readCode(typed, RETURN_CODE_LENGTH)
}

/** 'BDFG-HJKL-MNPR-STVW' */
export function showReturnCode(code: string): string {
  return code.match(new RegExp(`.{1,${GROUP_LENGTH}}`, 'g'))?.join('-') ?? ''
}

function createCode(random: RandomBytes, length: number): string {
  let code = ''
  while (code.length < length) {
    for (const byte of random(length - code.length)) {
      if (byte < FAIR_BYTES) code += CODE_LETTERS[byte % CODE_LETTERS.length]
    }
  }
  return code
}

function readCode(typed: string, length: number): string | null {
  const letters = Array.from(typed.toUpperCase().replace(/[\s.–_-]/g, ''))
  const code = letters.map((letter) => LOOK_ALIKES[letter] ?? letter)
  const isCode = code.length === length && code.every((letter) => CODE_LETTERS.includes(letter))
  return isCode ? code.join('') : null
}
