/**
 * What stands over a text beside its highlighted words: their letters, a sign wherever a suggestion
 * would put words in, and lines where the browser cannot highlight. Which words those are shows for
 * the chosen suggestion, and where one points or has the focus. Laid over the text, so that nothing
 * in it moves, and no editor has anything foreign in it.
 */
import { Trans, useLingui } from '@lingui/react/macro'
import { createPortal } from 'react-dom'
import { LetterButton } from './letter-button.tsx'
import styles from './marks.module.css'
import type { InsertMark, TextMark } from './measure-spots.ts'
import type { ShownThread } from './shown-threads.ts'

interface TextMarksProps {
  readonly root: HTMLElement
  readonly marks: readonly TextMark[]
  readonly threadOf: (threadId: string) => ShownThread | undefined
  readonly chosenId: string | null
  readonly onOpen: (threadId: string) => void
}

export function TextMarks({ root, marks, threadOf, chosenId, onOpen }: TextMarksProps) {
  return createPortal(
    <div className={styles['layer']} data-discuss-own="" data-not-copied="">
      {marks.map((mark) => {
        const thread = threadOf(mark.threadId)
        if (!thread) return null
        const isChosen = thread.threadId === chosenId
        return (
          <div key={mark.threadId} className={styles['mark']} data-chosen={isChosen}>
            <LetterButton thread={thread} isChosen={isChosen} at={mark} onOpen={onOpen} />
            {mark.lines.map((line) => (
              <span key={`${line.left} ${line.top}`} className={styles['line']} style={line} />
            ))}
            {mark.inserts?.map((insert, index) => (
              <InsertSign key={index} insert={insert} onPress={() => onOpen(mark.threadId)} />
            ))}
            {mark.inserts && <FreshWords mark={mark} inserts={mark.inserts} />}
          </div>
        )
      })}
    </div>,
    root,
  )
}

interface InsertSignProps {
  readonly insert: InsertMark
  readonly onPress: () => void
}

/** A proofreader's caret between two words. The letter is the way to the note for the keyboard. */
function InsertSign({ insert: { left, top, words }, onPress }: InsertSignProps) {
  const { t } = useLingui()
  const said = shortened(words)
  // Measured on the page, so from its left in every language; half of the sign back.
  const place = { left: `calc(${left}px - 0.5rem)`, insetBlockStart: top }
  return (
    <button
      type="button"
      className={styles['insert']}
      tabIndex={-1}
      aria-label={t`Suggested here: “${said}”`}
      style={place}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    />
  )
}

interface FreshWordsProps {
  readonly mark: TextMark
  readonly inserts: readonly InsertMark[]
}

/** What would stand there: it covers the line below, so only of one at a time. */
function FreshWords({ mark: { begin, below }, inserts }: FreshWordsProps) {
  const words = inserts.map((insert) => shortened(insert.words)).join(' … ')
  const place = { left: begin, insetBlockStart: below }
  return (
    <p className={styles['fresh']} style={place} aria-hidden="true">
      {words === '' ? <Trans>taken out</Trans> : <ins>{words}</ins>}
    </p>
  )
}

const SHOWN_LETTERS = 160

function shortened(words: string): string {
  return words.length > SHOWN_LETTERS ? `${words.slice(0, SHOWN_LETTERS)} …` : words
}
