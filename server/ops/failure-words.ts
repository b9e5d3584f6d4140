/**
 * What each failure says to whoever calls the API by hand. The interface has its
 * own words for the codes, in the reader's language; this never names an id.
 */
import type { FailureCode } from '../../shared/failure.ts'

export const FAILURE_WORDS = {
  'bad-request': 'The request is not one that this address understands.',
  'bad-frame': 'The message is not one of the protocol.',
  'update-refused': 'The change was not taken: it does not fit the plan.',
  'sign-in-required': 'Sign in first.',
  'sign-in-failed': 'The e-mail address or the password is not right.',
  'proof-required': 'Give the present password, or sign in by a fresh link first.',
  'password-too-weak': 'This password is too short, or too easy to guess.',
  'not-confirmed': 'The name that was typed to confirm it is another one. Nothing was done.',
  'email-taken': 'Another account has this e-mail address.',
  'name-taken': 'Somebody here has this name already.',
  'not-for-you': 'This invitation is meant for somebody else.',
  'provider-unavailable': 'The place to sign in does not answer. Try again later.',
  'access-denied': 'You do not have access to this.',
  'wrong-origin': 'Changes are only taken from the pages of this server.',
  'not-found': 'There is nothing at this address.',
  'plan-not-found': 'There is no such plan.',
  'link-not-valid': 'This link does not work, or not any more.',
  'epoch-changed':
    'The plan was restored from a backup, or something was taken out of it. Open it again.',
  'already-set-up': 'The school is set up already.',
  'last-coordinator': 'A school keeps at least one coordinator.',
  'already-member': 'The address belongs to a member of the school.',
  'above-role': 'This is more than the role of the person allows.',
  'suggestion-stale': 'What this would change reads otherwise by now. Nothing was written.',
  'suggestion-settled': 'Somebody has settled this suggestion already.',
  'discussion-full': 'No more can be said here. What was sent was not kept.',
  'update-too-large': 'The change is too large.',
  'plan-too-large': 'The plan is full.',
  'client-too-old': 'This page is older than the program. Load it again.',
  'too-many-requests': 'Too many requests. Try again later.',
  'plan-busy': 'The plan is busy. Try again.',
  'storage-unavailable': 'Nothing can be stored just now. Try again later.',
  'server-restarting': 'The server is restarting. Try again in a moment.',
  'server-error': 'Something went wrong on the server. It has been logged.',
} as const satisfies Record<FailureCode, string>
