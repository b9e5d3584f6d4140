/** The margin: each note beside its place, none over another, as a list in the order of the text. */
import { Trans, useLingui } from '@lingui/react/macro'
import { type ReactNode, useState } from 'react'
import { useFailureWords } from '../api/failure-words.ts'
import type { RequestProblem } from '../api/request.ts'
import { type Draft, useDiscussSetting } from './discuss-setting.ts'
import { Composer } from './composer.tsx'
import styles from './margin.module.css'
import { DRAFT } from './marked-threads.ts'
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
  readonly draft: Draft | null
  readonly onDraftEnd: (threadId: string | null) => void
  readonly problem: RequestProblem | null
}

const HEAD = 'head'
/** Until it has been measured. */
const USUAL_HEIGHT = 120

export function Margin(props: NotesProps) {
  const { head, listed, spots, draft, onDraftEnd, problem } = props
  const { t } = useLingui()
  const { chosenId } = useDiscussSetting()
  const [heights, measure] = useHeights()
  const heightOf = (id: string) => heights.get(id) ?? USUAL_HEIGHT
  const notes = listed.map(({ threadId }) => ({
    id: threadId,
    top: spots.byThread.get(threadId)?.top ?? 0,
    height: heightOf(threadId),
  }))
  if (draft) {
    const top = spots.byThread.get(DRAFT)?.top ?? 0
    const at = notes.findIndex((note) => note.top > top)
    const drafted = { id: DRAFT, top, height: heightOf(DRAFT) }
    notes.splice(at < 0 ? notes.length : at, 0, drafted)
  }
  const layout = layOutNotes(notes, draft ? DRAFT : chosenId, (heights.get(HEAD) ?? 0) + 12)
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
          return (
            <div key={id} ref={measure(id)} className={styles['placed']} style={styleOf(id)}>
              {thread && <PlacedNote thread={thread} spots={spots} />}
              {!thread && draft && (
                <Composer key={JSON.stringify(draft.place)} draft={draft} onEnd={onDraftEnd} />
              )}
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
  const anchor = place.kind === 'field' || place.kind === 'action' ? place.anchor : null
  const isSettled = suggestion !== null && suggestion.state !== 'open'
  return anchor !== null && !isSettled && anchoredWords(place) === null
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

/** Are those that are done shown too? */
export function useShowingDone() {
  return useState(false)
}
