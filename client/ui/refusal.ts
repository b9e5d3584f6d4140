/**
 * A field that the server did not take: which, and why in words. A form tells its fields of it
 * (form.tsx), and each says it until it is changed.
 */
import { createContext, useContext, useState } from 'react'

export interface Refusal {
  /** A new one each time that it is refused, whatever language it is told in. */
  readonly error: Error
  /** Name of the input. */
  readonly field: string
  readonly words: string
}

const RefusalContext = createContext<Refusal | null>(null)

export const RefusalProvider = RefusalContext.Provider

/** Why the field of this name is not taken as it is; null when it is, or was changed since. */
export function useRefusalOf(name: string | undefined, value: string): string | null {
  const refusal = useContext(RefusalContext)
  const error = refusal?.error ?? null
  const [heard, setHeard] = useState<{ error: Error | null; value: string; isPast: boolean }>({
    error: null,
    value,
    isPast: true,
  })
  if (error !== heard.error) setHeard({ error, value, isPast: false })
  else if (!heard.isPast && value !== heard.value) setHeard({ ...heard, isPast: true })
  return error === heard.error && !heard.isPast && refusal?.field === name
    ? (refusal?.words ?? null)
    : null
}
