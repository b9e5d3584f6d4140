/**
 * The box in which something is said: plain words, and colleagues by @. While a name is
 * typed, a list of those who fit stands under the box: the focus stays in the words, arrows
 * go through the list, Enter and Tab choose, Escape closes it.
 */
import { useLingui } from '@lingui/react/macro'
import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react'
import type { DiscusserCard } from '../../shared/api/plans.ts'
import { MAX_BODY_LENGTH } from '../../shared/api/threads.ts'
import { rankWords } from '../../shared/text/rank-words.ts'
import { useHueOf } from '../open-plan/use-hue-of.ts'
import { Avatar } from '../ui/avatar.tsx'
import { useMentionable } from './discussers.ts'
import { focusAtEnd } from './focus-note.ts'
import { mentionTyped } from './mentions.ts'
import styles from './words-box.module.css'

interface WordsBoxProps {
  readonly label: string
  readonly placeholder?: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** Ctrl+Enter. */
  readonly onSend: () => void
  /** Escape, when no list is open. */
  readonly onLeave?: () => void
  readonly isFirst?: boolean
  /** Can one call on colleagues by @? Where nobody would hear of it, no. */
  readonly hasMentions?: boolean
  readonly rows?: number
  readonly maxLength?: number | undefined
}

const SHOWN = 6

export function WordsBox(props: WordsBoxProps) {
  const { label, placeholder, value, onChange, onSend, onLeave } = props
  const { isFirst = false, hasMentions = true, rows = 3, maxLength = MAX_BODY_LENGTH } = props
  const { t } = useLingui()
  const listId = useId()
  const box = useRef<HTMLTextAreaElement>(null)
  const [caret, setCaret] = useState(value.length)
  const [closedAt, setClosedAt] = useState<number | null>(null)
  const [index, setIndex] = useState(0)
  const caretAfter = useRef<number | null>(null)
  const people = useMentionable()
  const typed = hasMentions ? mentionTyped(value, caret) : null
  const isOpen = typed !== null && typed.from !== closedAt
  const found = isOpen ? rankWords(people, typed.search).slice(0, SHOWN) : []
  const active = Math.min(index, found.length - 1)

  useLayoutEffect(() => {
    if (caretAfter.current === null) return
    box.current?.setSelectionRange(caretAfter.current, caretAfter.current)
    caretAfter.current = null
  })
  useLayoutEffect(() => {
    if (isFirst) focusAtEnd(box.current)
  }, [isFirst])

  const choose = (member: DiscusserCard) => {
    if (!typed) return
    const words = `@${member.name} `
    caretAfter.current = typed.from + words.length
    setCaret(caretAfter.current)
    onChange(value.slice(0, typed.from) + words + value.slice(caret))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const chosen = found[active]
    if (found.length > 0 && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault()
      setIndex((active + (event.key === 'ArrowDown' ? 1 : -1) + found.length) % found.length)
    } else if (chosen && (event.key === 'Enter' || event.key === 'Tab') && !event.ctrlKey) {
      event.preventDefault()
      choose(chosen)
    } else if (event.key === 'Escape' && found.length > 0 && typed) {
      event.preventDefault()
      event.stopPropagation()
      setClosedAt(typed.from)
    } else if (event.key === 'Escape' && onLeave) {
      event.preventDefault()
      event.stopPropagation()
      onLeave()
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      onSend()
    }
  }
  return (
    <div className={styles['box']}>
      <textarea
        ref={box}
        className={styles['words']}
        aria-label={label}
        placeholder={placeholder}
        rows={rows}
        maxLength={maxLength}
        value={value}
        aria-autocomplete={hasMentions ? 'list' : undefined}
        aria-controls={found.length > 0 ? listId : undefined}
        aria-activedescendant={found.length > 0 ? `${listId}-${active}` : undefined}
        onChange={({ currentTarget }) => {
          setCaret(currentTarget.selectionStart)
          setIndex(0)
          onChange(currentTarget.value)
        }}
        onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart)}
        onKeyDown={onKeyDown}
      />
      {found.length > 0 && (
        <div
          className={styles['people']}
          id={listId}
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- no tag is a list whose focus is elsewhere
          role="listbox"
          aria-label={t`Colleagues to mention`}
        >
          {found.map((member, at) => (
            <MemberOption
              key={member.memberId}
              id={`${listId}-${at}`}
              member={member}
              isActive={at === active}
              onChoose={() => choose(member)}
            />
          ))}
        </div>
      )}
    </div>
  )
}

interface MemberOptionProps {
  readonly id: string
  readonly member: DiscusserCard
  readonly isActive: boolean
  readonly onChoose: () => void
}

function MemberOption({ id, member, isActive, onChoose }: MemberOptionProps) {
  const hueOf = useHueOf()
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- its keys are pressed in the words
    <div
      id={id}
      className={styles['person']}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- as its list
      role="option"
      aria-selected={isActive}
      tabIndex={-1}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <Avatar name={member.name} colour={hueOf(member.memberId)} size="small" isDecoration />
      {member.name}
    </div>
  )
}
