/** Copying over several texts gives clean words (copy-selection.ts), once that is loaded. */
import { useEffect } from 'react'
import { inQuietMoment } from '../ui/quiet-moment.ts'

export function useCleanCopying(): void {
  useEffect(() => {
    const ending = new AbortController()
    const listen = async () => {
      const { copySelection } = await import('./copy-selection.ts')
      document.addEventListener('copy', copySelection, { signal: ending.signal })
    }
    const cancel = inQuietMoment(() => void listen().catch(() => undefined))
    return () => {
      cancel()
      ending.abort()
    }
  }, [])
}
