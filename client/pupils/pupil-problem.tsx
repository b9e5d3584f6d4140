/** Why a pupil did not come in, in words for a pupil, and what to do. */
import { useLingui } from '@lingui/react/macro'
import { useFailureWords } from '../api/failure-words.ts'
import { problemOf, type RequestProblem } from '../api/request.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'

/** What was tried: six letters, a link that was opened, a return code. */
type Kind = 'join' | 'link' | 'return'

interface PupilProblemProps {
  readonly error: Error | null
  readonly kind: Kind
}

export function PupilProblem({ error, kind }: PupilProblemProps) {
  const words = usePupilProblem(kind)
  if (!error) return null
  const { title, advice } = words(problemOf(error))
  return <ErrorNotice title={title}>{advice}</ErrorNotice>
}

export function usePupilProblem(
  kind: Kind,
): (problem: RequestProblem) => { readonly title: string; readonly advice: string } {
  const { t } = useLingui()
  const failureWords = useFailureWords()
  const own = {
    'link-not-valid': {
      join: {
        title: t`This code does not open anything`,
        advice: t`Look at the letters once more. If they are right, the code has run out: ask your teacher for a new one.`,
      },
      link: {
        title: t`This link does not open anything any more`,
        advice: t`The code behind it has run out or been closed. Ask your teacher for a new one.`,
      },
      return: {
        title: t`This return code is not right`,
        advice: t`Look at the letters once more. Have you lost it? A teacher can make you a new one.`,
      },
    }[kind],
    'too-many-requests': {
      title: t`Many wrong codes have been tried from here`,
      advice: t`Look at the letters once more, and wait a little. The QR code always works: point the camera at it.`,
    },
    'name-taken': {
      title: t`Somebody is called that already`,
      advice: t`Is it you? Then come back with your return code. If not, choose another name.`,
    },
    'not-for-you': {
      title: t`An adult is signed in here`,
      advice: t`Use a device of your own, or sign out first.`,
    },
  } as const
  return (problem) => (problem in own ? own[problem as keyof typeof own] : failureWords(problem))
}
