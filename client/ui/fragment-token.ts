/**
 * The secret of a link, out of its fragment: taken from the address bar, where
 * others could read it, and kept for this window until it is used, so that a
 * reload does not lose it. Where nothing can be kept it stays in the address.
 */
import { useEffect, useState } from 'react'

/** As server/people/tokens.ts makes them; a skip link's '#main' is none. */
const TOKEN = /^[A-Za-z0-9_-]{43}$/

/**
 * The token that this page was opened with; null when none came along.
 *
 * @param kind of link, under which it is kept.
 */
export function useFragmentToken(kind: string): string | null {
  const [token, setToken] = useState(() => tokenInAddress() ?? kept(kind))
  useEffect(() => {
    const take = () => {
      const found = tokenInAddress()
      if (found === null) return
      hide(kind, found)
      // A second link, opened in the same window, changes the fragment only.
      setToken(found)
    }
    take()
    window.addEventListener('hashchange', take)
    return () => window.removeEventListener('hashchange', take)
  }, [kind])
  return token
}

/** It has done its work. */
export function forgetFragmentToken(kind: string): void {
  try {
    sessionStorage.removeItem(keyOf(kind))
  } catch {
    // Nothing was kept.
  }
}

function keyOf(kind: string): string {
  return `samplan.link.${kind}`
}

function tokenInAddress(): string | null {
  const fragment = location.hash.slice(1)
  return TOKEN.test(fragment) ? fragment : null
}

function kept(kind: string): string | null {
  try {
    return sessionStorage.getItem(keyOf(kind))
  } catch {
    return null
  }
}

function hide(kind: string, token: string): void {
  try {
    sessionStorage.setItem(keyOf(kind), token)
    history.replaceState(history.state, '', location.pathname + location.search)
  } catch {
    // It stays in the address.
  }
}
