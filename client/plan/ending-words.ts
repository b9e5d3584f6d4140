/**
 * Why a plan was closed from the other side, in words: what happened, is the text safe, what to do.
 */
import { useLingui } from '@lingui/react/macro'
import type { FailureCode } from '../../shared/failure.ts'
import { useFailureWords } from '../api/failure-words.ts'

export interface EndingWords {
  readonly title: string
  readonly advice: string
  /** 'reload': the same page again helps. 'leave': it does not. */
  readonly wayOut: 'reload' | 'leave'
}

interface WhereWordsAre {
  /** Something that the school does not have was set aside on this device. */
  readonly isSetAside: boolean
  /** The school has everything. */
  readonly isAtSchool: boolean
}

export function useEndingWords(): (code: FailureCode, where: WhereWordsAre) => EndingWords {
  const { t } = useLingui()
  const failureWords = useFailureWords()
  return (code, { isSetAside, isAtSchool }) => {
    switch (code) {
      case 'access-denied':
        return {
          title: t`You no longer have access to this plan`,
          advice: t`What you wrote before is saved at school. Anything the school did not get is kept on this device. Ask the coordinator if this is a mistake.`,
          wayOut: 'leave',
        }
      case 'sign-in-required':
        return {
          title: t`You have been signed out`,
          advice: isAtSchool
            ? t`Everything you wrote is saved at school. Sign in to go on writing.`
            : t`What you wrote last is kept on this device. Sign in, and it is sent.`,
          wayOut: 'leave',
        }
      case 'client-too-old':
        return {
          title: t`There is a newer version of Samplan`,
          advice: t`What you wrote is safe. Reload the page to go on writing.`,
          wayOut: 'reload',
        }
      case 'epoch-changed':
        return {
          title: t`The plan was begun anew at school`,
          advice: isSetAside
            ? t`What you had written since then is set aside on this device. Reload the page to see the plan as it is now.`
            : t`Reload the page to see the plan as it is now.`,
          wayOut: 'reload',
        }
      case 'update-refused':
      case 'update-too-large':
      case 'plan-too-large':
        return {
          title: failureWords(code).title,
          advice: isSetAside
            ? t`Your last change is set aside on this device. Reload the page, then you can copy it from there.`
            : t`Reload the page to go on writing.`,
          wayOut: 'reload',
        }
      case 'plan-not-found':
      case 'not-found':
        return { ...failureWords('plan-not-found'), wayOut: 'leave' }
      default:
        return { ...failureWords(code), wayOut: 'reload' }
    }
  }
}
