/**
 * The menu of the slash: what can stand here, at the caret, filtered by what is
 * typed. The focus stays in the text; arrows go through the list, Enter and Tab
 * choose, Escape leaves what was typed as it is. Screen readers hear the option,
 * for the text box points to it.
 */
import { useLingui } from '@lingui/react/macro'
import type { Editor } from '@tiptap/core'
import { type RefObject, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { rankWords } from '../../shared/text/rank-words.ts'
import { useOpenPlan } from '../open-plan/use-open-plan.ts'
import { Icon } from '../ui/icon.tsx'
import { placeAtCaret } from './place-at-caret.ts'
import { chordWords } from '../ui/chords.ts'
import styles from './slash-menu.module.css'
import { closeSlash, type SlashTyped, takeSlashKeys } from './slash-words.ts'
import { type TextTool, useTextTools } from './use-text-tools.ts'

interface SlashMenuProps {
  readonly editor: Editor
  readonly typed: SlashTyped
}

export function SlashMenu({ editor, typed: { from, search } }: SlashMenuProps) {
  const { t } = useLingui()
  const listId = useId()
  const list = useRef<HTMLDivElement>(null)
  const tools = useFitting(search)
  const [place, setPlace] = useState({ search, index: 0 })
  // What is typed anew begins at the top.
  const index = place.search === search ? Math.min(place.index, tools.length - 1) : 0
  const choose = useChoose(editor, from)
  const optionId = (at: number) => `${listId}-${at}`

  const onKey = (event: KeyboardEvent): boolean => {
    if (tools.length === 0) return false
    const move = MOVES[event.key]
    if (move) {
      setPlace({ search, index: (index + move + tools.length) % tools.length })
      return true
    }
    if (event.key === 'Escape') {
      closeSlash(editor.view)
      return true
    }
    const tool = tools[index]
    if (!tool || !(event.key === 'Enter' || event.key === 'Tab') || event.shiftKey) return false
    choose(tool)
    return true
  }
  useLayoutEffect(() => takeSlashKeys(editor, onKey))
  useActiveOption(editor, tools.length === 0 ? null : { listId, optionId: optionId(index) })
  usePlaceAtCaret(list, editor, from)
  useEffect(() => {
    document.getElementById(`${listId}-${index}`)?.scrollIntoView({ block: 'nearest' })
  }, [listId, index])

  if (tools.length === 0) return null
  return createPortal(
    <div
      ref={list}
      id={listId}
      className={styles['menu']}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- no tag is a list whose focus is elsewhere
      role="listbox"
      aria-label={t`Insert`}
      data-text-tools=""
    >
      {tools.map((tool, at) => (
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- its keys are pressed in the text
        <div
          key={tool.id}
          id={optionId(at)}
          className={styles['option']}
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- as its list
          role="option"
          aria-selected={at === index}
          tabIndex={-1}
          // The focus stays in the text, a finger's too.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => choose(tool)}
        >
          {tool.icon && <Icon name={tool.icon} />}
          <span>{tool.words}</span>
          {tool.chord && <kbd className={styles['keys']}>{chordWords(tool.chord)}</kbd>}
        </div>
      ))}
    </div>,
    // Inside a landmark, for those who go from one to the next.
    document.getElementById('main') ?? document.body,
  )
}

const MOVES: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }

function useFitting(search: string): readonly TextTool[] {
  const tools = useTextTools()
  return rankWords(
    tools.filter(
      ({ inSlashMenu }) => inSlashMenu === 'first' || (inSlashMenu === 'found' && search !== ''),
    ),
    search,
  )
}

/**
 * Takes the slash and the words away and does what was chosen: one step of undo, with the typing.
 */
function useChoose(editor: Editor, from: number): (tool: TextTool) => void {
  const { undo } = useOpenPlan()
  return (tool) => {
    const { to } = editor.state.selection
    editor.chain().focus(undefined, { scrollIntoView: false }).deleteRange({ from, to }).run()
    tool.run(editor)
    undo.stopCapturing()
  }
}

/** Anew at every drawing, and when the page moves under it. */
function usePlaceAtCaret(list: RefObject<HTMLElement | null>, editor: Editor, from: number): void {
  useLayoutEffect(() => {
    const place = () => {
      if (list.current) placeAtCaret(list.current, editor.view.coordsAtPos(from))
    }
    place()
    addEventListener('scroll', place)
    addEventListener('resize', place)
    return () => {
      removeEventListener('scroll', place)
      removeEventListener('resize', place)
    }
  })
}

/** On the text box itself, beside the attributes that the editor sets. */
function useActiveOption(
  { view }: Editor,
  shown: { readonly listId: string; readonly optionId: string } | null,
): void {
  const listId = shown?.listId
  const optionId = shown?.optionId
  useLayoutEffect(() => {
    if (listId === undefined || optionId === undefined) return undefined
    const { dom } = view
    dom.setAttribute('aria-controls', listId)
    dom.setAttribute('aria-activedescendant', optionId)
    return () => {
      dom.removeAttribute('aria-controls')
      dom.removeAttribute('aria-activedescendant')
    }
  }, [view, listId, optionId])
}
