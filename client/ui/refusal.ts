/**
 * A field that the server did not take: which, and why in words. A form tells its fields of it
 * (form.tsx), and each says it until it is changed.
 */
import { createContext, useContext, useState } from 'react'

/** A new object for each refusal. */
export interface Refusal {
  /** Name of the input. */
  readonly field: string
  readonly words: string
}

const RefusalContext = createContext<Refusal | null>(null)

export const RefusalProvider = RefusalContext.Provider

/** Why the field of this name is not taken as it is; null when it is, or was changed since. */
export function useRefusalOf(name: string | undefined, value: string): string | null {
  const refusal = useContext(RefusalContext)
  const [heard, setHeard] = useState<{ refusal: Refusal | null; value: string; isPast: boolean }>({
    refusal: null,
    value,
    isPast: true,
  })
  if (refusal !== heard.refusal) setHeard({ refusal, value, isPast: false })
  else if (!heard.isPast && value !== heard.value) setHeard({ ...heard, isPast: true })
  return refusal === heard.refusal && !heard.isPast && refusal?.field === name
    ? (refusal?.words ?? null)
    : null
}
