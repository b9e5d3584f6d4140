/** The margin: each note beside its place, none over another, as a list in the order of the text. */
import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { useFailureWords } from '../api/failure-words.ts'
import type { RequestProblem } from '../api/request.ts'
import { anchorOf } from '../../shared/discuss/thread-place.ts'
import type { Begun } from './begun.ts'
import { useDiscussSetting } from './discuss-setting.ts'
import { Composer, type ComposerProps } from './composer.tsx'
import { LeftDraft } from './left-draft.tsx'
import styles from './margin.module.css'
import { DRAFT, leftDraftId } from './marked-threads.ts'
import type { Spots } from './measure-spots.ts'
import { Note } from './note.tsx'
import { layOutNotes } from './note-layout.ts'
import type { ShownThread } from './shown-threads.ts'
import { useHeights } from './use-heights.ts'

/** What both the margin and the sheet show. */
export interface NotesProps {
  readonly head: ReactNode
  readonly listed: readonly ShownThread[]
  readonly spots: Spots
  /** What is being written now; null: nothing is. */
  readonly composing: ComposerProps | null
  /** What was begun and left. */
  readonly left: readonly Begun[]
  readonly problem: RequestProblem | null
}

const HEAD = 'head'
/** Until it has been measured. */
const USUAL_HEIGHT = 120

export function Margin({ head, listed, spots, composing, left, problem }: NotesProps) {
  const { t } = useLingui()
  const { chosenId } = useDiscussSetting()
  const [heights, measure] = useHeights()
  const placed = (id: string) => ({
    id,
    top: spots.byThread.get(id)?.top ?? 0,
    height: heights.get(id) ?? USUAL_HEIGHT,
  })
  const notes = listed.map(({ threadId }) => placed(threadId))
  for (const id of [...left.map(leftDraftId), ...(composing ? [DRAFT] : [])]) {
    const draft = placed(id)
    const at = notes.findIndex(({ top }) => top > draft.top)
    notes.splice(at < 0 ? notes.length : at, 0, draft)
  }
  const layout = layOutNotes(notes, composing ? DRAFT : chosenId, (heights.get(HEAD) ?? 0) + 12)
  const styleOf = (id: string) => {
    const isPlaced = heights.has(id) && spots.byThread.has(id)
    return {
      insetBlockStart: layout.tops.get(id) ?? 0,
      visibility: isPlaced ? ('visible' as const) : ('hidden' as const),
    }
  }
  return (
    <aside className={styles['margin']} aria-label={t`Discussions and suggestions`} data-discuss="">
      <div ref={measure(HEAD)} className={styles['top']}>
        {head}
        {problem && <ListProblem problem={problem} />}
      </div>
      <div style={{ minBlockSize: layout.end }}>
        {notes.map(({ id }) => {
          const thread = listed.find(({ threadId }) => threadId === id)
          const begun = left.find((one) => leftDraftId(one) === id)
          return (
            <div key={id} ref={measure(id)} className={styles['placed']} style={styleOf(id)}>
              {thread && <PlacedNote thread={thread} spots={spots} />}
              {begun && <LeftDraft begun={begun} />}
              {id === DRAFT && composing && <Composer key={composing.draft.key} {...composing} />}
            </div>
          )
        })}
      </div>
    </aside>
  )
}

interface PlacedNoteProps {
  readonly thread: ShownThread
  readonly spots: Spots
}

/** It names its place where it cannot stand beside it. */
function PlacedNote({ thread, spots }: PlacedNoteProps) {
  const { anchoredWords } = useDiscussSetting()
  const spot = spots.byThread.get(thread.threadId)
  const isOrphaned = isOnLostWords(thread, anchoredWords)
  return (
    <Note
      thread={thread}
      isNamingPlace={spot !== undefined && spot.top === null}
      isOrphaned={isOrphaned}
    />
  )
}

/** The words it was on are nowhere; not of a suggestion that was settled, which changed them. */
export function isOnLostWords(
  { place, suggestion }: ShownThread,
  anchoredWords: (place: ShownThread['place']) => string | null,
): boolean {
  const isSettled = suggestion !== null && suggestion.state !== 'open'
  return anchorOf(place) !== null && !isSettled && anchoredWords(place) === null
}

export function ListProblem({ problem }: { readonly problem: RequestProblem }) {
  const failureWords = useFailureWords()
  return (
    <output className={styles['problem']}>
      {problem === 'no-connection' ? (
        <Trans>No connection: as it was when this device last saw it.</Trans>
      ) : (
        failureWords(problem).title
      )}
    </output>
  )
}
