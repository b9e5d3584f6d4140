/**
 * The secret of an invitation, out of the link's fragment: taken from the address
 * bar, where others could read it, and kept for this window until it is used, so
 * that a reload does not lose it. Where nothing can be kept it stays in the address.
 */
import { useEffect, useState } from 'react'

const KEY = 'samplan.invitation'
/** As server/people/tokens.ts makes them; a skip link's '#main' is none. */
const TOKEN = /^[A-Za-z0-9_-]{43}$/

/** The token that this page was opened with; null when the link did not come along whole. */
export function useJoinToken(): string | null {
  const [token, setToken] = useState(readToken)
  useEffect(() => {
    const take = () => {
      const found = readToken()
      hideToken()
      // A second link, opened in the same window, changes the fragment only.
      if (found !== null) setToken(found)
    }
    take()
    window.addEventListener('hashchange', take)
    return () => window.removeEventListener('hashchange', take)
  }, [])
  return token
}

/** It has done its work. */
export function forgetToken(): void {
  try {
    sessionStorage.removeItem(KEY)
  } catch {
    // Nothing was kept.
  }
}

function readToken(): string | null {
  return tokenInAddress() ?? keptToken()
}

function tokenInAddress(): string | null {
  const fragment = location.hash.slice(1)
  return TOKEN.test(fragment) ? fragment : null
}

function keptToken(): string | null {
  try {
    return sessionStorage.getItem(KEY)
  } catch {
    return null
  }
}

function hideToken(): void {
  const token = tokenInAddress()
  if (token === null) return
  try {
    sessionStorage.setItem(KEY, token)
    history.replaceState(history.state, '', location.pathname)
  } catch {
    // It stays in the address.
  }
}
