/** What one can do with one's own words: put them right, take them away, go on where one left. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { MenuTrigger } from 'react-aria-components/Menu'
import { changeMessage, takeMessageAway } from '../api/threads.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { MenuBox, MenuChoice } from '../ui/menu.tsx'
import { useDiscussSetting } from './discuss-setting.ts'
import { useMentionable } from './discussers.ts'
import { bodyToSend, writtenBody } from './mentions.ts'
import type { ShownMessage } from './shown-threads.ts'
import { type Deed, useDeed } from './use-deed.ts'
import { WordsDraft } from './words-draft.tsx'
import { WordsForm } from './words-form.tsx'

/** The form, for the focus (use-focus-in-part.ts). */
export const EDITING = 'edit'

interface OwnMenuProps {
  readonly threadId: string
  readonly message: ShownMessage
  readonly onEdit: () => void
  readonly deed: Deed
}

export function OwnMenu({ threadId, message, onEdit, deed }: OwnMenuProps) {
  const { t } = useLingui()
  const { entry, threads } = useDiscussSetting()
  const { messageId } = message
  const takeAway = () =>
    deed.run(takeMessageAway({ page: entry, threadId, messageId }), () =>
      threads.unfinished.drop(editKeyOf(message)),
    )
  return (
    <MenuTrigger>
      <IconButton icon="more" size="small" label={t`Change what I wrote`} data-opens={EDITING} />
      <MenuBox aria-label={t`Change what I wrote`}>
        <MenuChoice icon="pen" onAction={onEdit}>
          {t`Edit`}
        </MenuChoice>
        <MenuChoice icon="trash" onAction={takeAway}>
          {t`Take away`}
        </MenuChoice>
      </MenuBox>
    </MenuTrigger>
  )
}

interface EditingProps {
  readonly threadId: string
  readonly message: ShownMessage
  readonly onEnd: () => void
  readonly onGoOn: () => void
}

export function Editing({ threadId, message, ...rest }: EditingProps) {
  const { t } = useLingui()
  const { entry } = useDiscussSetting()
  const here = useMentionable()
  const isHere = (memberId: string) => here.some((member) => member.memberId === memberId)
  const people = [...here, ...message.mentions.filter(({ memberId }) => !isHere(memberId))]
  const deed = useDeed()
  const [first] = useState(() => writtenBody(message.body ?? '', people))
  const { messageId } = message
  return (
    <WordsForm
      {...rest}
      draftKey={editKeyOf(message)}
      label={t`What you wrote`}
      first={first}
      button={<Trans>Save</Trans>}
      deed={deed}
      onSend={(words, onDone) => {
        const body = bodyToSend(words, people)
        deed.run(changeMessage({ page: entry, threadId, messageId }, body), onDone)
      }}
    />
  )
}

function editKeyOf({ messageId }: Pick<ShownMessage, 'messageId'>): string {
  return `${EDITING}:${messageId}`
}

interface EditDraftProps {
  readonly message: ShownMessage
  readonly onGoOn: () => void
}

/** What one began to change in one's own words, and left: also when they were taken away elsewhere. */
export function EditDraft({ message, onGoOn }: EditDraftProps) {
  const { t } = useLingui()
  return (
    <WordsDraft
      draftKey={editKeyOf(message)}
      label={t`Draft of a change`}
      opens={EDITING}
      onGoOn={message.isGone ? null : onGoOn}
    />
  )
}
