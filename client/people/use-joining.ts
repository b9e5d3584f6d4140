/** Joining by an invitation, then straight to the plan. */
import { joinSchool } from '../api/invitations.ts'
import { useMutationOnce } from '../api/use-mutation-once.ts'
import { forgetToken } from './join-token.ts'

/** @param onFailed the invitation, or who is signed in, may have changed meanwhile. */
export function useJoining(onFailed: () => void) {
  return useMutationOnce({
    mutationFn: joinSchool,
    onSuccess: ({ planId }) => {
      forgetToken()
      // A fresh page: nothing stays in memory of whoever was here before.
      location.replace(`/plans/${planId}`)
    },
    onError: onFailed,
  })
}
