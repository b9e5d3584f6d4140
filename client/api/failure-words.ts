/** Every way a request can fail, in words for a teacher: what happened, and what to do. */
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react'
import type { RequestProblem } from './request.ts'

interface FailureWords {
  readonly title: MessageDescriptor
  readonly advice: MessageDescriptor
}

const LATER = msg`Nothing is lost. Wait a moment and try again.`

const NOT_UNDERSTOOD: FailureWords = {
  title: msg`The server did not understand this`,
  advice: msg`Check what you filled in and try again.`,
}

const WORDS = {
  'no-connection': {
    title: msg`The school’s server does not answer`,
    advice: msg`Check the network and try again. Everything that was shown as saved is safe.`,
  },
  'bad-request': NOT_UNDERSTOOD,
  'bad-frame': {
    title: msg`The server did not understand this`,
    advice: msg`Reload the page and try again.`,
  },
  'update-refused': {
    title: msg`The server did not accept this change`,
    advice: msg`Reload the page and try again.`,
  },
  'sign-in-required': {
    title: msg`You are not signed in`,
    advice: msg`Sign in, and you come back here.`,
  },
  // The pages that meet these have words of their own: client/sign-in/sign-in-problems.ts.
  'sign-in-failed': NOT_UNDERSTOOD,
  'proof-required': NOT_UNDERSTOOD,
  'password-too-weak': NOT_UNDERSTOOD,
  'not-confirmed': {
    title: msg`The name is not right`,
    advice: msg`Type it just as it stands on the page. Nothing has been erased.`,
  },
  'email-taken': NOT_UNDERSTOOD,
  'not-for-you': NOT_UNDERSTOOD,
  'name-taken': {
    title: msg`Somebody has this name already`,
    advice: msg`Choose another one.`,
  },
  'access-denied': {
    title: msg`You do not have access to this`,
    advice: msg`Ask the coordinator at your school to let you in.`,
  },
  'wrong-origin': {
    title: msg`The page was opened from an unexpected address`,
    advice: msg`Open Samplan at its own address and try again.`,
  },
  'not-found': {
    title: msg`There is nothing here`,
    advice: msg`Check the address, or go to your plans.`,
  },
  'plan-not-found': {
    title: msg`There is no plan here`,
    advice: msg`The plan may have been deleted, or the address is not quite right. Plans of the example school are thrown away after a day.`,
  },
  'link-not-valid': {
    title: msg`The link is no longer valid`,
    advice: msg`It may have been used already. Ask for a new one.`,
  },
  'epoch-changed': {
    title: msg`The plan was begun anew at school`,
    advice: msg`Reload the page to see it.`,
  },
  'already-set-up': {
    title: msg`The school has already been set up`,
    advice: msg`Ask the coordinator at your school to let you in.`,
  },
  'last-coordinator': {
    title: msg`This is the school’s only coordinator`,
    advice: msg`Make someone else a coordinator first.`,
  },
  'already-member': {
    title: msg`This address belongs to somebody who is here already`,
    advice: msg`You find them in the list of people. Whoever is locked out there can be let in again.`,
  },
  'above-role': {
    title: msg`This is more than their role allows`,
    advice: msg`Give them another role first, or choose something less.`,
  },
  'suggestion-stale': {
    title: msg`The text has moved on`,
    advice: msg`What the suggestion would change reads otherwise by now. Look at it again; nothing was changed.`,
  },
  'suggestion-settled': {
    title: msg`Somebody was quicker`,
    advice: msg`The suggestion has been settled already.`,
  },
  'discussion-full': {
    title: msg`There is no room for more here`,
    advice: msg`So much has been said already that no more fits. Copy your words and take them up elsewhere.`,
  },
  'update-too-large': {
    title: msg`This is too large to save`,
    advice: msg`Put it in in smaller pieces.`,
  },
  'plan-too-large': {
    title: msg`The plan has become too large`,
    advice: msg`Take out what is no longer needed, then it can grow again.`,
  },
  'client-too-old': {
    title: msg`There is a newer version of Samplan`,
    advice: msg`Reload the page to go on writing.`,
  },
  'too-many-requests': {
    title: msg`That was a bit much at once`,
    advice: msg`Wait a few minutes and try again.`,
  },
  'plan-busy': { title: msg`The plan is busy right now`, advice: LATER },
  'storage-unavailable': { title: msg`The server cannot reach its storage`, advice: LATER },
  'provider-unavailable': { title: msg`Something went wrong on the server`, advice: LATER },
  'server-restarting': { title: msg`The server is restarting`, advice: LATER },
  'server-error': { title: msg`Something went wrong on the server`, advice: LATER },
} as const satisfies Record<RequestProblem, FailureWords>

/** The words for a problem, in the language that is shown. */
export function useFailureWords(): (problem: RequestProblem) => {
  readonly title: string
  readonly advice: string
} {
  const { i18n } = useLingui()
  return (problem) => {
    const { title, advice } = WORDS[problem]
    return { title: i18n._(title), advice: i18n._(advice) }
  }
}
