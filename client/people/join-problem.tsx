/** Why joining did not work, and what to do. */
import { useFailureWords } from '../api/failure-words.ts'
import { problemOf } from '../api/request.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'

export function JoinProblem({ error }: { readonly error: Error | null }) {
  const failureWords = useFailureWords()
  if (!error) return null
  const { title, advice } = failureWords(problemOf(error))
  return <ErrorNotice title={title}>{advice}</ErrorNotice>
}
