/** One thing that was said: who, when, the words, and what one can do with one's own. */
import { Trans, useLingui } from '@lingui/react/macro'
import { type ReactNode, useState } from 'react'
import { MenuTrigger } from 'react-aria-components/Menu'
import { useFailureWords } from '../api/failure-words.ts'
import { changeMessage, takeMessageAway } from '../api/threads.ts'
import { useHueOf } from '../open-plan/use-hue-of.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { MenuBox, MenuChoice } from '../ui/menu.tsx'
import { momentWords } from '../words/dates.ts'
import { useLanguage } from '../words/language.tsx'
import { useNow } from '../words/use-now.ts'
import { useDiscussSetting } from './discuss-setting.ts'
import { useDiscussers, useMentionable } from './discussers.ts'
import { bodyToSend, partsOfBody, writtenBody } from './mentions.ts'
import styles from './message.module.css'
import { Reactions } from './reactions.tsx'
import type { ShownMessage } from './shown-threads.ts'
import { useDeed } from './use-deed.ts'
import { WordsBox } from './words-box.tsx'

interface MessageProps {
  readonly threadId: string
  readonly message: ShownMessage
  /** Said before the name, in the first message of a note: its letter. */
  readonly letter?: string
  /** Is the note open? Then one can react, and change one's own words. */
  readonly isOpen: boolean
  /** Under the words: what is suggested with them. */
  readonly children?: ReactNode
}

export function Message({ threadId, message, letter, isOpen, children }: MessageProps) {
  const { entry } = useDiscussSetting()
  const [isEditing, setEditing] = useState(false)
  const isMine = message.by.memberId === entry.me.memberId
  const mayChange = isMine && isOpen && !message.isGone && !message.waiting && entry.me.mayDiscuss
  return (
    <div className={styles['message']}>
      <MessageHead message={message} letter={letter} />
      {isEditing ? (
        <Editing threadId={threadId} message={message} onEnd={() => setEditing(false)} />
      ) : (
        <Body message={message} />
      )}
      {children}
      {message.waiting && <WaitingLine message={message} />}
      <div className={styles['under']}>
        <Reactions threadId={threadId} message={message} isOffering={isOpen} />
        {mayChange && !isEditing && (
          <OwnMenu threadId={threadId} message={message} onEdit={() => setEditing(true)} />
        )}
      </div>
    </div>
  )
}

interface MessageHeadProps {
  readonly message: ShownMessage
  readonly letter: string | undefined
}

function MessageHead({ message, letter }: MessageHeadProps) {
  const { by, atMs, editedAtMs, isGone } = message
  const { language } = useLanguage()
  const hueOf = useHueOf()
  const now = useNow()
  return (
    <div className={styles['head']}>
      {letter !== undefined && (
        <span className={styles['letter']} data-letter={letter} aria-hidden="true" />
      )}
      <Avatar name={by.name} colour={hueOf(by.memberId)} isDecoration />
      <b className={styles['name']}>{by.name}</b>
      <span className={styles['when']}>
        <time dateTime={new Date(atMs).toISOString()}>{momentWords(atMs, now, language)}</time>
        {editedAtMs !== null && !isGone && (
          <>
            {' · '}
            <Trans>edited</Trans>
          </>
        )}
      </span>
    </div>
  )
}

function Body({
  message: { body, isGone, mentions, waiting },
}: {
  readonly message: ShownMessage
}) {
  const discussers = useDiscussers()
  if (isGone) {
    return (
      <p className={styles['gone']}>
        <Trans>Taken away by the one who wrote it.</Trans>
      </p>
    )
  }
  if (body === null) return null
  return (
    <p className={styles['body']} dir="auto">
      {/* Who is called on the school says; of what it does not have yet, we know it. */}
      {partsOfBody(body, waiting ? discussers : mentions).map((part, index) =>
        part.kind === 'words' ? (
          part.text
        ) : (
          <span key={index} className={styles['mention']}>
            @{part.name}
          </span>
        ),
      )}
    </p>
  )
}

function WaitingLine({ message: { waiting } }: { readonly message: ShownMessage }) {
  const { t } = useLingui()
  const { threads } = useDiscussSetting()
  const failureWords = useFailureWords()
  if (!waiting) return null
  if (waiting.refused === null) {
    return (
      <p className={styles['waiting']}>
        <Icon name="waiting" />
        <Trans>Waiting to be sent</Trans>
      </p>
    )
  }
  const { title, advice } = failureWords(waiting.refused)
  const isOfEarlier = waiting.refused === 'epoch-changed'
  return (
    <div className={styles['refused']} role="alert">
      <p>
        <b>
          <Trans>Not sent. Your words are kept here.</Trans>
        </b>{' '}
        {title}. {isOfEarlier ? t`See whether your words still fit, and send them again.` : advice}
      </p>
      <div className={styles['buttons']}>
        <Button size="small" onPress={() => threads.tryAgain(waiting.id)}>
          <Trans>Try again</Trans>
        </Button>
        <Button size="small" tone="quiet" onPress={() => threads.discard(waiting.id)}>
          <Trans>Throw away</Trans>
        </Button>
      </div>
    </div>
  )
}

interface OwnMenuProps {
  readonly threadId: string
  readonly message: ShownMessage
  readonly onEdit: () => void
}

function OwnMenu({ threadId, message: { messageId }, onEdit }: OwnMenuProps) {
  const { t } = useLingui()
  const { entry } = useDiscussSetting()
  const deed = useDeed()
  return (
    <MenuTrigger>
      <IconButton icon="more" size="small" label={t`Change what I wrote`} />
      <MenuBox aria-label={t`Change what I wrote`}>
        <MenuChoice icon="pen" onAction={onEdit}>
          {t`Edit`}
        </MenuChoice>
        <MenuChoice
          icon="trash"
          onAction={() => deed.run(takeMessageAway({ page: entry, threadId, messageId }))}
        >
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
}

function Editing({ threadId, message, onEnd }: EditingProps) {
  const { t } = useLingui()
  const { entry } = useDiscussSetting()
  const failureWords = useFailureWords()
  const here = useMentionable()
  const isHere = (memberId: string) => here.some((member) => member.memberId === memberId)
  const people = [...here, ...message.mentions.filter(({ memberId }) => !isHere(memberId))]
  const deed = useDeed()
  const [words, setWords] = useState(() => writtenBody(message.body ?? '', people))
  const { messageId } = message
  const save = () => {
    if (words.trim() === '') return
    const body = bodyToSend(words.trim(), people)
    deed.run(changeMessage({ page: entry, threadId, messageId }, body), onEnd)
  }
  return (
    <div className={styles['form']}>
      <WordsBox
        label={t`What you wrote`}
        value={words}
        onChange={setWords}
        onSend={save}
        onLeave={onEnd}
        isFirst
      />
      {deed.problem && <p role="alert">{failureWords(deed.problem).title}</p>}
      <div className={styles['buttons']}>
        <Button size="small" tone="main" isPending={deed.isPending} onPress={save}>
          <Trans>Save</Trans>
        </Button>
        <Button size="small" onPress={onEnd}>
          <Trans>Cancel</Trans>
        </Button>
      </div>
    </div>
  )
}
