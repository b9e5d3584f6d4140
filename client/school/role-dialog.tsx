/** Giving a member another role: what each of them may do stands beside it. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { ROLES, type Role } from '../../shared/access/policy.ts'
import type { MySchool } from '../../shared/api/me.ts'
import type { SchoolMember } from '../../shared/api/members.ts'
import { useFailureWords } from '../api/failure-words.ts'
import { changeRole } from '../api/members.ts'
import { meQuery } from '../api/queries.ts'
import { problemOf } from '../api/request.ts'
import { membersQuery } from '../api/school-queries.ts'
import { useMutationOnce } from '../api/use-mutation-once.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { keepFocus } from '../ui/keep-focus.ts'
import { useNotice } from '../ui/notice.tsx'
import styles from './people.module.css'
import { useRoleWords } from './role-words.ts'

interface RoleDialogProps {
  readonly member: SchoolMember
  readonly school: MySchool
  readonly onClose: () => void
}

export function RoleDialog({ member, school, onClose }: RoleDialogProps) {
  const { t } = useLingui()
  const { name, memberId, isMe } = member
  const words = useRoleWords()
  const failureWords = useFailureWords()
  const show = useNotice()
  const queries = useQueryClient()
  const [role, setRole] = useState<Role>(member.role)
  const changing = useMutationOnce({
    mutationFn: () => changeRole(memberId, role),
    onSuccess: async () => {
      await queries.invalidateQueries(membersQuery(school.schoolId))
      onClose()
      // In another place of the list now.
      keepFocus()
      const now = words[role].name
      show({ words: t`${name} is now: ${now}` })
      // My own: what I may see is different from here on.
      if (isMe) await queries.invalidateQueries({ queryKey: meQuery.queryKey })
    },
  })
  // Pupils come in by a door of their own; nobody is made one here.
  const roles = ROLES.filter((one) => one !== 'pupil' || member.role === 'pupil')

  return (
    <ConfirmDialog
      title={t`The role of ${name}`}
      button={t`Give this role`}
      isPending={changing.isPending}
      failure={changing.isError ? failureWords(problemOf(changing.error)) : null}
      onConfirm={() => (role === member.role ? onClose() : changing.mutate())}
      onClose={onClose}
    >
      <RadioGroup
        className={styles['roles']}
        aria-label={t`Role`}
        value={role}
        onChange={(chosen) => setRole(ROLES.find((one) => one === chosen) ?? role)}
      >
        {roles.map((one) => (
          <Radio key={one} value={one} className={styles['choice']}>
            <span>
              <b>{words[one].name}</b>
              <small>{words[one].may}</small>
            </span>
          </Radio>
        ))}
      </RadioGroup>
      {isMe && (
        <p className={styles['hint']}>
          <Trans>
            This is you. With another role you may not be able to take it back yourself.
          </Trans>
        </p>
      )}
    </ConfirmDialog>
  )
}
