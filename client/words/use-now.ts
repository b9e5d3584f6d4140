/** The moment at which a component was first drawn: good enough for 'today' and 'yesterday'. */
import { useState } from 'react'

/** Milliseconds since the epoch. */
export function useNow(): number {
  const [nowMs] = useState(() => Date.now())
  return nowMs
}
