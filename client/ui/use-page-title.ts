/** The title of the window: what the page is about, then the program. */
import { useEffect } from 'react'

export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = title === '' ? 'Samplan' : `${title} · Samplan`
  }, [title])
}
