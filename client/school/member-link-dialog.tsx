/** A link that lets a member in who is locked out: made when asked for, and told once. */
import { Trans, useLingui } from '@lingui/react/macro'
import type { SchoolMember } from '../../shared/api/members.ts'
import { useFailureWords } from '../api/failure-words.ts'
import { makeMemberLink } from '../api/members.ts'
import { problemOf, type RequestProblem } from '../api/request.ts'
import { useMutationOnce } from '../api/use-mutation-once.ts'
import { Button } from '../ui/button.tsx'
import { CopyLine } from '../ui/copy-line.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Modal, ModalButtons } from '../ui/modal.tsx'
import { dayAndTime } from '../words/dates.ts'
import { useLanguage } from '../words/language.tsx'
import styles from './people.module.css'

interface MemberLinkDialogProps {
  readonly member: SchoolMember
  readonly onClose: () => void
}

export function MemberLinkDialog({ member, onClose }: MemberLinkDialogProps) {
  const { t } = useLingui()
  const { language } = useLanguage()
  const { name, memberId } = member
  const making = useMutationOnce({ mutationFn: () => makeMemberLink(memberId) })
  const end = making.data && dayAndTime(making.data.expiresAtMs, language)

  return (
    <Modal title={t`A sign-in link for ${name}`} isOpen onClose={onClose}>
      <div className={styles['form']}>
        {making.data ? (
          <>
            <CopyLine
              label={t`The link is ready`}
              text={making.data.url}
              button={t`Copy the link`}
              done={t`Link copied`}
              tone="main"
              isFirst
            />
            <p>
              <Trans>
                Give it to {name} alone. It works once, until {end}. You see it only now.
              </Trans>
            </p>
          </>
        ) : (
          <p>
            <Trans>
              For when {name} cannot get in. Whoever has the link comes in as {name}, so hand it
              over yourself.
            </Trans>
          </p>
        )}
        {making.isError && <LinkRefused name={name} problem={problemOf(making.error)} />}
      </div>
      <ModalButtons>
        <Button onPress={onClose}>
          {making.data ? <Trans>Close</Trans> : <Trans>Cancel</Trans>}
        </Button>
        {!making.data && (
          <Button
            tone="main"
            icon="link"
            isPending={making.isPending}
            onPress={() => making.mutate()}
          >
            <Trans>Make the link</Trans>
          </Button>
        )}
      </ModalButtons>
    </Modal>
  )
}

interface LinkRefusedProps {
  readonly name: string
  readonly problem: RequestProblem
}

function LinkRefused({ name, problem }: LinkRefusedProps) {
  const { t } = useLingui()
  const words = useFailureWords()(problem)
  if (problem !== 'access-denied')
    return <ErrorNotice title={words.title}>{words.advice}</ErrorNotice>
  return (
    <ErrorNotice title={t`This link cannot be made here`}>
      <Trans>
        {name} belongs to another school too, or is its coordinator. Whoever runs the server can
        make the link.
      </Trans>
    </ErrorNotice>
  )
}
