/**
 * The ids of things that are stored: text made by us, the same on every database.
 *
 * 20 characters of Crockford's base 32 in lower case: 100 random bits, no
 * letters that are mistaken for digits. Randomness is passed in; this folder
 * has none of its own.
 */

declare const brand: unique symbol
type Branded<Name extends string> = string & { readonly [brand]: Name }

export type UserId = Branded<'user'>
export type SchoolId = Branded<'school'>
export type MemberId = Branded<'member'>
export type PlanId = Branded<'plan'>
export type InvitationId = Branded<'invitation'>
export type PupilDoorId = Branded<'pupil-door'>
export type ActionId = Branded<'action'>
export type ThreadId = Branded<'thread'>
export type MessageId = Branded<'message'>
export type NotificationId = Branded<'notification'>

/** Gives `count` random bytes, unpredictable ones. */
export type RandomBytes = (count: number) => Uint8Array

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
const ID_LENGTH = 20
const ID_PATTERN = /^[0-9a-hjkmnp-tv-z]{20}$/

/** A fresh id of any kind: `createId<PlanId>(random)`. */
export function createId<Id extends string>(random: RandomBytes): Id {
  let id = ''
  for (const byte of random(ID_LENGTH)) id += ALPHABET[byte & 31]
  return id as Id
}

/** Does this text have the form of an id? Says nothing of whether the thing exists. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && ID_PATTERN.test(value)
}
