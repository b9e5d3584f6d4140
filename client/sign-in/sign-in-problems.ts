/** Why one is not in, on the pages of signing in: what happened, and what to do now. */
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react'
import { PROVIDER_PROBLEMS, type ProviderProblem } from '../../shared/api/sign-in.ts'
import { useFailureWords } from '../api/failure-words.ts'
import { problemOf, type RequestProblem } from '../api/request.ts'

interface ProblemWords {
  readonly title: MessageDescriptor
  readonly advice: MessageDescriptor
}

const OF_REQUESTS: Partial<Readonly<Record<RequestProblem, ProblemWords>>> = {
  'sign-in-failed': {
    title: msg`The e-mail address and the password do not belong together`,
    advice: msg`Check both, and try again. If you do not remember the password, you can come in by a link instead.`,
  },
  'too-many-requests': {
    title: msg`Too many tries, for now`,
    advice: msg`Wait a quarter of an hour. A sign-in link works meanwhile, and whoever is signed in stays so.`,
  },
  'link-not-valid': {
    title: msg`This link does not work any more`,
    advice: msg`A link works once, and only for a short while. Ask for a new one.`,
  },
  'bad-request': {
    title: msg`Something is missing or mistyped`,
    advice: msg`Check what you filled in and try again.`,
  },
  'proof-required': {
    title: msg`Show first that it is you`,
    advice: msg`Type your present password, or sign in again by a link or by the school’s sign-in service, and come back here.`,
  },
  'password-too-weak': {
    title: msg`This password is too easy to guess`,
    advice: msg`Take at least eight characters, not your name and not a usual word. Three or four words in a row are good.`,
  },
  'email-taken': {
    title: msg`Another account has this address`,
    advice: msg`If it is yours, sign out and sign in with it. Else ask the coordinator at your school.`,
  },
  'not-for-you': {
    title: msg`This invitation is meant for somebody else`,
    advice: msg`Nothing has changed. Sign out first if it is yours after all.`,
  },
  'provider-unavailable': {
    title: msg`The sign-in service does not answer`,
    advice: msg`Try again in a moment, or come in another way.`,
  },
}

const OF_PROVIDER: Readonly<Record<ProviderProblem, ProblemWords>> = {
  'provider-unavailable': {
    title: msg`The sign-in service does not answer`,
    advice: msg`Try again in a moment, or come in another way.`,
  },
  'provider-refused': {
    title: msg`You were not signed in`,
    advice: msg`The sign-in service said no, or you turned back. Try again, or come in another way.`,
  },
  'provider-too-late': {
    title: msg`That took too long, or began in another window`,
    advice: msg`Start again from here.`,
  },
  'provider-no-role': {
    title: msg`You are not in any school here yet`,
    advice: msg`The sign-in service knows you, but your groups give you no part in the plans. Ask the coordinator at your school to invite you.`,
  },
  'provider-other-account': {
    title: msg`That login belongs to another account`,
    advice: msg`Nothing has changed. Sign out, and sign in with it instead.`,
  },
  'provider-not-anew': {
    title: msg`The sign-in service did not ask who you are`,
    advice: msg`It knew you from before, and that does not show that it is you just now. Nothing has changed. The coordinator at your school can make you a sign-in link, which shows it too.`,
  },
}

interface Words {
  readonly title: string
  readonly advice: string
}

/** The words for what a request threw. */
export function useSignInProblem(): (error: unknown) => Words {
  const problemWords = useProblemWords()
  return (error) => problemWords(problemOf(error))
}

/** The words for a problem, as these pages say it. */
export function useProblemWords(): (problem: RequestProblem) => Words {
  const { i18n } = useLingui()
  const failureWords = useFailureWords()
  return (problem) => {
    const words = OF_REQUESTS[problem]
    if (!words) return failureWords(problem)
    return { title: i18n._(words.title), advice: i18n._(words.advice) }
  }
}

/** The words for what the provider's way back says in the address; null for nothing of ours. */
export function useProviderProblem(): (name: string | null) => Words | null {
  const { i18n } = useLingui()
  return (name) => {
    const problem = PROVIDER_PROBLEMS.find((one) => one === name)
    if (!problem) return null
    const { title, advice } = OF_PROVIDER[problem]
    return { title: i18n._(title), advice: i18n._(advice) }
  }
}
