/** What people said without words to a message: pictures with names, and how many gave each. */
import { useLingui } from '@lingui/react/macro'
import { type Reaction, REACTIONS } from '../../shared/api/threads.ts'
import { setReaction } from '../api/threads.ts'
import { ReactionPicture } from './discuss-icon.tsx'
import { useDiscussSetting } from './discuss-setting.ts'
import styles from './message.module.css'
import type { ShownMessage } from './shown-threads.ts'
import type { Deed } from './use-deed.ts'

interface ReactionsProps {
  readonly threadId: string
  readonly message: ShownMessage
  /** Are those offered that nobody gave yet? */
  readonly isOffering: boolean
  readonly deed: Deed
}

export function useReactionNames(): Readonly<Record<Reaction, string>> {
  const { t } = useLingui()
  return { agree: t`I agree`, thanks: t`Thank you`, 'good-idea': t`Good idea` }
}

export function Reactions({ threadId, message, isOffering, deed }: ReactionsProps) {
  const { t } = useLingui()
  const { entry } = useDiscussSetting()
  const names = useReactionNames()
  const { me } = entry
  const { messageId } = message
  const given = (reaction: Reaction) =>
    message.reactions.find((one) => one.reaction === reaction)?.by ?? []
  const shown = REACTIONS.filter(
    (reaction) => given(reaction).length > 0 || (isOffering && me.mayDiscuss),
  )
  if (shown.length === 0 || message.waiting || message.isGone) return null

  return (
    <div className={styles['reactions']}>
      {shown.map((reaction) => {
        const by = given(reaction)
        const name = names[reaction]
        const people = by.map((speaker) => speaker.name).join(', ')
        const isMine = by.some(({ memberId }) => memberId === me.memberId)
        return (
          <button
            key={reaction}
            type="button"
            className={styles['reaction']}
            aria-pressed={isMine}
            aria-label={by.length > 0 ? t`${name}: ${people}` : name}
            data-count={by.length > 0 ? by.length : undefined}
            title={by.length > 0 ? `${name}: ${people}` : name}
            disabled={!me.mayDiscuss}
            onClick={() =>
              deed.run(setReaction({ page: entry, threadId, messageId }, reaction, !isMine))
            }
          >
            <ReactionPicture reaction={reaction} />
          </button>
        )
      })}
    </div>
  )
}
