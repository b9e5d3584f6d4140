/** Saving a name that is asked for in client/ui/name-form.tsx: under way, refused, failed. */
import { useFailureWords } from './failure-words.ts'
import { problemOf } from './request.ts'
import { useMutationOnce } from './use-mutation-once.ts'
import { useRefusal } from './use-refusal.ts'

interface SavingName<Saved> {
  readonly save: (name: string) => Promise<Saved>
  readonly onSaved: (saved: Saved) => Promise<void>
}

/** What the form is told of it. */
export function useSavingName<Saved>({ save, onSaved }: SavingName<Saved>) {
  const failureWords = useFailureWords()
  const saving = useMutationOnce({ mutationFn: save, onSuccess: onSaved })
  const refusal = useRefusal(saving.error, { name: 'name' })
  const failure = saving.isError && !refusal ? failureWords(problemOf(saving.error)) : null
  return { refusal, failure, isPending: saving.isPending, onSave: saving.mutate }
}
