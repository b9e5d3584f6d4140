/** The field that a door did not take, in the words of these pages. */
import { useLingui } from '@lingui/react/macro'
import { useRefusal } from '../api/use-refusal.ts'
import { useProblemWords } from './sign-in-problems.ts'

/** As useRefusal. */
export function useSignInRefusal(
  error: Error | null,
  names: Parameters<typeof useRefusal>[1],
): ReturnType<typeof useRefusal> {
  const { t } = useLingui()
  const problemWords = useProblemWords()
  return useRefusal(error, names, (problem) =>
    problem === 'sign-in-failed'
      ? { title: t`This is not your present password`, advice: t`Nothing has changed.` }
      : problemWords(problem),
  )
}
