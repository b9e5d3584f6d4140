/**
 * One thread as a note: what was said, from the first to the last, and what one can do. Its
 * letter is the one on its words. It is open while it is the chosen one, and then more of it is
 * shown; else its beginning and its end.
 */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { type Ref, useEffect, useRef } from 'react'
import { anchorOf } from '../../shared/discuss/thread-place.ts'
import { useDiscussSetting } from './discuss-setting.ts'
import { hiddenReplies, isTalkative, type ShownReplies } from './folded-replies.ts'
import { letterOf } from './letters.ts'
import { Message } from './message.tsx'
import { NoteFoot } from './note-foot.tsx'
import styles from './note.module.css'
import { usePlaceTitle } from './place-titles.ts'
import type { ShownThread } from './shown-threads.ts'
import { SuggestionPart } from './suggestion-part.tsx'
import { UnfoldButton } from './unfold-button.tsx'
import { useWhileOpen } from './use-while-open.ts'

interface NoteProps {
  readonly thread: ShownThread
  /** Does it say in words where it belongs? Where it does not stand beside its place. */
  readonly isNamingPlace: boolean
  /** The words it was on are gone. */
  readonly isOrphaned: boolean
  readonly ref?: Ref<HTMLElement>
}

export function Note({ thread, isNamingPlace, isOrphaned, ref }: NoteProps) {
  const { chosenId, choose, threads, entry } = useDiscussSetting()
  const { threadId, suggestion, state, seq, seenSeq } = thread
  const isOpen = chosenId === threadId
  const isUnread = seq > seenSeq
  const label = useNoteLabel(thread)
  const isPointing = useRef(false)
  useEffect(() => {
    if (isOpen && isUnread && !thread.waiting) threads.markSeen(thread)
  }, [isOpen, isUnread, thread, threads])

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- what is in it is chosen with it
    <article
      ref={ref}
      className={styles['note']}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it takes the focus when it is gone to
      tabIndex={-1}
      aria-label={label}
      data-thread-id={threadId}
      data-kind={suggestion ? 'suggestion' : 'comment'}
      data-state={state}
      data-chosen={isOpen}
      data-unread={isUnread}
      // Not before the pointer is up again: a note that is chosen may move away under it.
      onPointerDownCapture={() => (isPointing.current = true)}
      onPointerCancelCapture={() => (isPointing.current = false)}
      onClickCapture={() => {
        isPointing.current = false
        if (!isOpen) choose(threadId)
      }}
      onFocus={({ target }) => {
        // What unfolds something chooses when it is pressed: it would be gone under the focus.
        const isUnfolding = target.matches('[data-unfolds]')
        if (!isOpen && !isPointing.current && !isUnfolding) choose(threadId)
      }}
    >
      {isUnread && (
        <span className={styles['unread']}>
          <Trans>New</Trans>
        </span>
      )}
      {(isNamingPlace || isOrphaned) && <Where thread={thread} isOrphaned={isOrphaned} />}
      <Messages thread={thread} isOpen={isOpen} isUnread={isUnread} />
      <Facts thread={thread} />
      <NoteFoot thread={thread} mayTalk={entry.me.mayDiscuss} />
    </article>
  )
}

/** Who, in what letter, about what: how the list of notes is heard. */
function useNoteLabel({ by, number, place, suggestion, state }: ShownThread): string {
  const { t } = useLingui()
  const { places } = useDiscussSetting()
  const about = usePlaceTitle(places)(place)
  const letter = letterOf(number)
  const { name } = by
  if (state === 'resolved') return t`Resolved, ${letter}, by ${name}: ${about}`
  if (suggestion) return t`Suggestion ${letter} by ${name}: ${about}`
  return t`Comment ${letter} by ${name}: ${about}`
}

function Where({
  thread,
  isOrphaned,
}: {
  readonly thread: ShownThread
  readonly isOrphaned: boolean
}) {
  const { t } = useLingui()
  const { places, goToPlace } = useDiscussSetting()
  const title = usePlaceTitle(places)(thread.place)
  const { place } = thread
  const quote = anchorOf(place)?.quote
  const words = shortened(quote ?? '')
  return (
    <div className={styles['where']}>
      <button type="button" className={styles['place']} onClick={() => goToPlace(place)}>
        {title}
      </button>
      {quote !== undefined && (
        <p className={styles['quote']} dir="auto">
          {isOrphaned && <Trans>The words are gone. They were:</Trans>} {t`“${words}”`}
        </p>
      )}
    </div>
  )
}

const LONGEST_QUOTE = 160

function shortened(quote: string): string {
  const line = quote.replace(/\s+/g, ' ')
  return line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE)} …` : line
}

interface MessagesProps {
  readonly thread: ShownThread
  readonly isOpen: boolean
  readonly isUnread: boolean
}

/** Of what was said the first and the last, and the rest on demand (folded-replies.ts). */
function Messages({ thread, isOpen, isUnread }: MessagesProps) {
  const { choose } = useDiscussSetting()
  const { threadId, messages, number } = thread
  const [first, ...replies] = messages
  const [shows, setShows] = useWhileOpen<ShownReplies>(isOpen, 'usual', (before) =>
    // Whoever comes for what is new gets to see it.
    isUnread && isTalkative(replies.length) ? 'all' : before,
  )
  const hidden = hiddenReplies(replies.length, { isOpen, shows })
  const isUnfolded = shows === 'all' && replies.length > 1
  const unfold = () => {
    choose(threadId)
    setShows('all')
  }
  if (!first) return null
  return (
    <>
      <Message threadId={threadId} message={first} letter={letterOf(number)} isOpen={isOpen}>
        <SuggestionPart thread={thread} isOpen={isOpen} />
      </Message>
      {(hidden > 0 || isUnfolded) && (
        <UnfoldButton
          isUnfolded={hidden === 0}
          onPress={hidden > 0 ? unfold : () => setShows('ends')}
        >
          {hidden > 0 ? (
            <Plural value={hidden} one="# more reply" other="# more replies" />
          ) : (
            <Trans>Show fewer replies</Trans>
          )}
        </UnfoldButton>
      )}
      {replies.slice(hidden).map((message) => (
        <Message key={message.messageId} threadId={threadId} message={message} isOpen={isOpen} />
      ))}
    </>
  )
}

function Facts({
  thread: { assignee, decision, state, resolvedBy },
}: {
  readonly thread: ShownThread
}) {
  const assigned = assignee?.name
  const resolver = resolvedBy?.name
  const decider = decision?.by.name
  if (!assignee && !decision && !resolvedBy) return null
  return (
    <div className={styles['facts']}>
      {assignee && (
        <p>
          <Trans>For {assigned} to see to</Trans>
        </p>
      )}
      {decision && (
        <p className={styles['decision']}>
          <b>
            <Trans>Decision</Trans>
          </b>
          {decision.sentence}
          <span className={styles['by']}>
            <Trans>Noted by {decider}</Trans>
          </span>
        </p>
      )}
      {state === 'resolved' && resolvedBy && (
        <p>
          <Trans>Resolved by {resolver}</Trans>
        </p>
      )}
    </div>
  )
}
