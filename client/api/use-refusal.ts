/** The field of a form that the server did not take, with why: for client/ui/form.tsx. */
import { useLingui } from '@lingui/react/macro'
import { useMemo } from 'react'
import { useFailureWords } from './failure-words.ts'
import { problemOf, type RequestProblem, toldBy } from './request.ts'

/** What the inputs are called that hold the keys of the body. */
type FieldNames = Readonly<Record<string, string>>

interface Words {
  readonly title: string
  readonly advice: string
}

/**
 * @param names by key of the body.
 * @param ownWords of the page, in place of the usual.
 * @returns null when no field of the form is to blame.
 */
export function useRefusal(
  error: Error | null,
  names: FieldNames,
  ownWords?: (problem: RequestProblem) => Words,
): { readonly error: Error; readonly field: string; readonly words: string } | null {
  const { t } = useLingui()
  const failureWords = useFailureWords()
  const problem = problemOf(error)
  const key = toldBy(error).field ?? ''
  const field = error !== null && Object.hasOwn(names, key) ? names[key] : undefined
  const { title, advice } = (ownWords ?? failureWords)(problem)
  const words =
    problem !== 'bad-request'
      ? `${title}. ${advice}`
      : key === 'email'
        ? t`This does not look like an e-mail address`
        : t`This cannot be taken as it is. Write it in another way`
  return useMemo(
    () => (error === null || field === undefined ? null : { error, field, words }),
    [error, field, words],
  )
}
