/** Whom an invitation is for, and what they may do, in words. */
import { useLingui } from '@lingui/react/macro'
import { INVITED_ROLES, type InvitedRole } from '../../shared/access/policy.ts'

interface InvitedWords {
  /** Those whom one can invite. */
  readonly roles: readonly { readonly role: InvitedRole; readonly name: string }[]
  readonly name: (role: InvitedRole) => string
  /** What those may do who come in. */
  readonly may: (role: InvitedRole) => string
}

export function useInvitedWords(): InvitedWords {
  const { t } = useLingui()
  const names = { teacher: t`Teachers`, leadership: t`School leadership`, guest: t`Guests` }
  const rights = {
    teacher: t`Teachers write in all the plans of the school. A name is all they need.`,
    leadership: t`School leadership reads all the plans of the school. A name is all they need.`,
    guest: t`Guests read all the plans of the school. A name is all they need.`,
  }
  return {
    roles: INVITED_ROLES.map((role) => ({ role, name: names[role] })),
    name: (role) => names[role],
    may: (role) => rights[role],
  }
}
