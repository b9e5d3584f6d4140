/** Correcting what the school calls a member. */
import { useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import type { MySchool } from '../../shared/api/me.ts'
import type { SchoolMember } from '../../shared/api/members.ts'
import { renameMember } from '../api/members.ts'
import { membersQuery } from '../api/school-queries.ts'
import { useSavingName } from '../api/use-saving-name.ts'
import { Modal } from '../ui/modal.tsx'
import { NameForm } from '../ui/name-form.tsx'

interface NameDialogProps {
  readonly member: SchoolMember
  readonly school: MySchool
  readonly onClose: () => void
}

export function NameDialog({ member, school, onClose }: NameDialogProps) {
  const { t } = useLingui()
  const queries = useQueryClient()
  const saving = useSavingName({
    save: (name) => renameMember(member.memberId, name),
    async onSaved() {
      await queries.invalidateQueries(membersQuery(school.schoolId))
      onClose()
    },
  })
  return (
    <Modal title={t`Correct the name`} isOpen onClose={onClose}>
      <NameForm
        {...saving}
        first={member.name}
        hint={t`This is how everybody at this school sees them.`}
        onClose={onClose}
      />
    </Modal>
  )
}
