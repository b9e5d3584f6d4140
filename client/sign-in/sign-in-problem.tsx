/** What went wrong with a request of these pages. */
import { ErrorNotice } from '../ui/error-notice.tsx'
import { useSignInProblem } from './sign-in-problems.ts'

export function SignInProblem({ error }: { readonly error: Error | null }) {
  const problemWords = useSignInProblem()
  if (!error) return null
  const { title, advice } = problemWords(error)
  return <ErrorNotice title={title}>{advice}</ErrorNotice>
}
