/** What somebody is told whose access to a school has ended: which school it is, and who can help. */
import { useLingui } from '@lingui/react/macro'
import type { EndedSchool } from '../../shared/api/me.ts'

/** 'over': their time as a guest is. 'closed': somebody closed it. */
export function useEndedWords(): (ended: EndedSchool) => {
  readonly title: string
  readonly advice: string
} {
  const { t } = useLingui()
  return ({ name, role, how }) => {
    if (how === 'over') {
      return {
        title: t`Your time as a guest at ${name} is over`,
        advice: t`Whoever invited you, or the coordinator at the school, can give you a new link. If you have said something about the plans, it stays there.`,
      }
    }
    const title = t`Your access to ${name} is closed`
    if (role === 'pupil') {
      return { title, advice: t`Is this a mistake? Your teacher can help you.` }
    }
    return {
      title,
      advice: t`The coordinator at the school can tell you why, and let you in again. What you have written is still in the plans.`,
    }
  }
}
