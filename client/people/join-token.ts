/** The secret of an invitation link, out of its fragment: see ui/fragment-token.ts. */
import { forgetFragmentToken, useFragmentToken } from '../ui/fragment-token.ts'

const JOIN_LINK = 'join'

/** The token that this page was opened with; null when the link did not come along whole. */
export function useJoinToken(): string | null {
  return useFragmentToken(JOIN_LINK)
}

/** It has done its work. */
export function forgetToken(): void {
  forgetFragmentToken(JOIN_LINK)
}
