/** The dialogs of a member's menu: each says what happens, does it, and says that it is done. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import type { MySchool } from '../../shared/api/me.ts'
import type { SchoolMember } from '../../shared/api/members.ts'
import { useFailureWords } from '../api/failure-words.ts'
import { doWithMember, type MemberDeed } from '../api/members.ts'
import { problemOf } from '../api/request.ts'
import { membersQuery } from '../api/school-queries.ts'
import { useMutationOnce } from '../api/use-mutation-once.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { keepFocus } from '../ui/keep-focus.ts'
import { useNotice } from '../ui/notice.tsx'
import { EraseDialog } from './erase-dialog.tsx'
import { MemberLinkDialog } from './member-link-dialog.tsx'
import { NameDialog } from './name-dialog.tsx'
import type { PersonDialog } from './person-menu.tsx'
import { RoleDialog } from './role-dialog.tsx'

interface PersonDialogsProps {
  readonly dialog: PersonDialog
  readonly member: SchoolMember
  readonly school: MySchool
  readonly onClose: () => void
}

export function PersonDialogs({ dialog, ...rest }: PersonDialogsProps) {
  switch (dialog) {
    case 'role':
      return <RoleDialog {...rest} />
    case 'name':
      return <NameDialog {...rest} />
    case 'link':
      return <MemberLinkDialog member={rest.member} onClose={rest.onClose} />
    case 'erase':
      return <EraseDialog {...rest} />
    case 'suspend':
    case 'restore':
    case 'remove':
      return <DeedDialog deed={dialog} {...rest} />
  }
}

interface DeedDialogProps extends Omit<PersonDialogsProps, 'dialog'> {
  readonly deed: MemberDeed
}

function DeedDialog({ deed, member, school, onClose }: DeedDialogProps) {
  const { t } = useLingui()
  const { name, memberId } = member
  const failureWords = useFailureWords()
  const show = useNotice()
  const queries = useQueryClient()
  const askAnew = () => queries.invalidateQueries(membersQuery(school.schoolId))
  const undo = (back: MemberDeed) => ({
    label: t`Undo`,
    onPress: () => void doWithMember(memberId, back).then(askAnew, askAnew),
  })
  const doing = useMutationOnce({
    mutationFn: () => doWithMember(memberId, deed),
    onSuccess: async () => {
      await askAnew()
      onClose()
      keepFocus()
      if (deed === 'suspend') show({ words: t`${name} is suspended.`, action: undo('restore') })
      else if (deed === 'restore')
        show({ words: t`${name} is let in again.`, action: undo('suspend') })
      else show({ words: t`${name} does not belong to the school any more.` })
    },
  })
  const words = {
    suspend: { title: t`Suspend ${name}?`, button: t`Suspend` },
    restore: { title: t`Let ${name} in again?`, button: t`Let in again` },
    remove: { title: t`Remove ${name} from the school?`, button: t`Remove` },
  }[deed]

  return (
    <ConfirmDialog
      title={words.title}
      button={words.button}
      isPending={doing.isPending}
      failure={doing.isError ? failureWords(problemOf(doing.error)) : null}
      onConfirm={() => doing.mutate()}
      onClose={onClose}
    >
      <p>
        {deed === 'suspend' && (
          <Trans>
            {name} cannot open the plans of the school until you let them in again. Plans that they
            have open are closed at once. What they wrote stays.
          </Trans>
        )}
        {deed === 'restore' && (
          <Trans>{name} can open the plans again, with the role from before.</Trans>
        )}
        {deed === 'remove' && (
          <Trans>
            {name} loses access to all plans of the school at once, and their posts. What they wrote
            stays in the plans; where they are responsible, or were mentioned, a role stands in
            place of the name. To come back they need a new invitation.
          </Trans>
        )}
      </p>
    </ConfirmDialog>
  )
}
