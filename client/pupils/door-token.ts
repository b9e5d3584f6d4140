/**
 * The secret of the link behind the QR code, out of its fragment: taken from the address
 * bar, where the next one at the machine could read it, and kept for this page alone.
 */
import { useEffect, useState } from 'react'

/** As server/people/tokens.ts makes them; a skip link's '#main' is none. */
const TOKEN = /^#([A-Za-z0-9_-]{43})$/

/** null: the page was opened without one. */
export function useDoorToken(): string | null {
  const [token, setToken] = useState(tokenInAddress)
  useEffect(() => {
    const take = () => {
      const found = tokenInAddress()
      if (found === null) return
      // A second code, scanned in the same window, changes the fragment only.
      setToken(found)
      history.replaceState(history.state, '', location.pathname)
    }
    take()
    window.addEventListener('hashchange', take)
    return () => window.removeEventListener('hashchange', take)
  }, [])
  return token
}

function tokenInAddress(): string | null {
  return TOKEN.exec(location.hash)?.[1] ?? null
}
