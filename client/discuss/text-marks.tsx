/**
 * What stands over a text beside its highlighted words: their letters, the words that the
 * chosen suggestion would put in, and lines where the browser cannot highlight. Laid over the
 * text, so that nothing in it moves, and no editor has anything foreign in it.
 */
import { Trans } from '@lingui/react/macro'
import { createPortal } from 'react-dom'
import { wordDiff } from '../../shared/text/word-diff.ts'
import { useDiscussSetting } from './discuss-setting.ts'
import { LetterButton } from './letter-button.tsx'
import styles from './marks.module.css'
import type { TextMark } from './measure-spots.ts'
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
          <div key={mark.threadId}>
            <LetterButton thread={thread} isChosen={isChosen} at={mark} onOpen={onOpen} />
            {mark.lines.map((line) => (
              <span key={`${line.left} ${line.top}`} className={styles['line']} style={line} />
            ))}
            {isChosen && <FreshWords thread={thread} mark={mark} />}
          </div>
        )
      })}
    </div>,
    root,
  )
}

interface FreshWordsProps {
  readonly thread: ShownThread
  readonly mark: TextMark
}

/** What would stand there: only of the chosen one, for it covers the line below. */
function FreshWords({ thread: { suggestion, place }, mark }: FreshWordsProps) {
  const { anchoredWords } = useDiscussSetting()
  const change = suggestion?.state === 'open' ? suggestion.change : null
  const anchor = place.kind === 'field' || place.kind === 'action' ? place.anchor : null
  if (change?.kind !== 'words' || !anchor || anchoredWords(place) !== anchor.quote) return null
  const fresh = wordDiff(anchor.quote, change.words)
    .filter(({ kind }) => kind === 'new')
    .map(({ text }) => text.trim())
  return (
    <p className={styles['fresh']} style={placeOf(mark)} aria-hidden="true">
      {fresh.length > 0 ? <ins>{fresh.join(' … ')}</ins> : <Trans>taken out</Trans>}
    </p>
  )
}

/** Measured on the page, so from its left in every language. */
function placeOf({ begin, below }: Pick<FreshWordsProps['mark'], 'begin' | 'below'>) {
  return { left: begin, insetBlockStart: below }
}
