/** One thing that was said: who, when, the words, and what one can do with one's own. */
import { Trans, useLingui } from '@lingui/react/macro'
import { type ReactNode, useRef, useState } from 'react'
import { useFailureWords } from '../api/failure-words.ts'
import { useHueOf } from '../open-plan/use-hue-of.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { useNotice } from '../ui/notice.tsx'
import { momentWords } from '../words/dates.ts'
import { useLanguage } from '../words/language.tsx'
import { useNow } from '../words/use-now.ts'
import { useDiscussSetting } from './discuss-setting.ts'
import { useDiscussers } from './discussers.ts'
import { focusBeside } from './focus-beside.ts'
import { beginningOf } from './fold-words.ts'
import { Folded } from './folded.tsx'
import { partsOfBody } from './mentions.ts'
import styles from './message.module.css'
import { EditDraft, Editing, EDITING, OwnMenu } from './own-message.tsx'
import { Reactions } from './reactions.tsx'
import type { ShownMessage } from './shown-threads.ts'
import { useDeed } from './use-deed.ts'
import { useFocusInPart } from './use-focus-in-part.ts'

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
  const [isWanted, setEditing] = useState(false)
  const deed = useDeed()
  const failureWords = useFailureWords()
  const edit = () => setEditing(true)
  const isEditing = isWanted && !message.isGone
  const focus = useFocusInPart(isEditing ? EDITING : null)
  const isMine = message.by.memberId === entry.me.memberId
  const mayChange = isMine && isOpen && !message.isGone && !message.waiting && entry.me.mayDiscuss
  return (
    <div className={styles['message']} {...focus}>
      <MessageHead message={message} letter={letter} />
      {isEditing ? (
        <Editing
          threadId={threadId}
          message={message}
          onEnd={() => setEditing(false)}
          onGoOn={edit}
        />
      ) : (
        <Body message={message} isOpen={isOpen} />
      )}
      {isMine && !isEditing && <EditDraft message={message} onGoOn={edit} />}
      {children}
      {message.waiting && <WaitingLine message={message} isFirst={letter !== undefined} />}
      <div className={styles['under']}>
        <Reactions threadId={threadId} message={message} isOffering={isOpen} deed={deed} />
        {mayChange && !isEditing && (
          <OwnMenu threadId={threadId} message={message} onEdit={edit} deed={deed} />
        )}
      </div>
      {deed.problem && (
        <p className={styles['problem']} role="alert">
          {failureWords(deed.problem).title}
        </p>
      )}
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

interface BodyProps {
  readonly message: ShownMessage
  readonly isOpen: boolean
}

function Body({ message: { body, isGone, mentions, waiting }, isOpen }: BodyProps) {
  const discussers = useDiscussers()
  if (isGone) {
    return (
      <p className={styles['gone']}>
        <Trans>Taken away by the one who wrote it.</Trans>
      </p>
    )
  }
  if (body === null) return null
  // Who is called on the school says; of what it does not have yet, we know it.
  const parts = partsOfBody(body, waiting ? discussers : mentions)
  return (
    <Folded whole={parts} beginning={beginningOf(parts)} isOpen={isOpen}>
      {(shown) => (
        <p className={styles['body']} dir="auto">
          {shown.map(({ kind, text }, index) =>
            kind === 'words' ? (
              text
            ) : (
              <span key={index} className={styles['mention']}>
                {text}
              </span>
            ),
          )}
        </p>
      )}
    </Folded>
  )
}

interface WaitingLineProps {
  readonly message: ShownMessage
  /** Of its thread: both wait, and go, together. */
  readonly isFirst: boolean
}

function WaitingLine({ message: { waiting }, isFirst }: WaitingLineProps) {
  const { t } = useLingui()
  const { threads } = useDiscussSetting()
  const failureWords = useFailureWords()
  const showNotice = useNotice()
  const line = useRef<HTMLDivElement>(null)
  if (!waiting) return null
  const throwAway = () => {
    focusBeside(line.current, isFirst)
    const bringBack = threads.discard(waiting.id)
    showNotice({
      words: t`What was not sent is thrown away`,
      action: { label: t`Undo`, onPress: bringBack },
    })
  }
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
    <div ref={line} className={styles['refused']} role="alert">
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
        <Button size="small" tone="quiet" onPress={throwAway}>
          <Trans>Throw away</Trans>
        </Button>
      </div>
    </div>
  )
}
