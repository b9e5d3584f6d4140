/**
 * A change that is asked of the school, once: the same one asked again while it runs (two clicks
 * in one instant, before the page has drawn the first) is not asked a second time. Another one
 * is, and so is the same one after another: who ticks, unticks and ticks again has it ticked.
 */
import { useMutation, type UseMutationOptions, type UseMutationResult } from '@tanstack/react-query'
import { useCallback, useRef } from 'react'

/** As `useMutation`; two are the same when their variables are, as JSON. */
export function useMutationOnce<Data = unknown, Variables = void>(
  options: UseMutationOptions<Data, Error, Variables>,
): UseMutationResult<Data, Error, Variables> {
  /** What was asked last, while it runs. */
  const last = useRef<{ readonly asked: string } | null>(null)
  const result = useMutation<Data, Error, Variables>(options)
  const { mutateAsync } = result
  const mutate = useCallback<typeof result.mutate>(
    (...args) => {
      const asked = JSON.stringify(args[0]) ?? ''
      if (last.current?.asked === asked) return
      const own = { asked }
      last.current = own
      void mutateAsync(...args)
        // It is told by the result.
        .catch(() => undefined)
        .finally(() => {
          if (last.current === own) last.current = null
        })
    },
    [mutateAsync],
  )
  return { ...result, mutate }
}
