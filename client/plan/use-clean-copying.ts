/** Copying over several texts gives clean words (copy-selection.ts), once that is loaded. */
import { useEffect } from 'react'
import { whenIdle } from './when-idle.ts'

export function useCleanCopying(): void {
  useEffect(() => {
    const ending = new AbortController()
    const listen = async () => {
      const { copySelection } = await import('./copy-selection.ts')
      document.addEventListener('copy', copySelection, { signal: ending.signal })
    }
    const cancel = whenIdle(() => void listen().catch(() => undefined))
    return () => {
      cancel()
      ending.abort()
    }
  }, [])
}
