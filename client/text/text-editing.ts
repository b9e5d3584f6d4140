/**
 * Which text of the plan is being edited, and which texts there are: how the
 * toolbar finds its editor, and the arrow keys the next text.
 *
 * One per open plan, not a React context: the toolbar may stand anywhere on the page.
 */
import type { Editor } from '@tiptap/core'
import { createObservable, type Observable, type Subject } from '../open-plan/observable.ts'
import type { OpenPlan } from '../open-plan/open-plan.ts'
import type { RememberedSelection } from '../open-plan/plan-undo.ts'
import type { PasteNews } from './paste/paste.ts'
import type { TextKind } from './text-editor.ts'

/** How one comes into a text. */
export type Entrance =
  | { readonly at: 'start' | 'end' }
  | { readonly at: 'point'; readonly left: number; readonly top: number }
  | { readonly at: 'selection'; readonly selection: RememberedSelection }

/** A text on the page. */
export interface TextOnPage {
  readonly root: HTMLElement
  readonly fieldId: string
  enter(entrance: Entrance): void
}

/** The text that has the focus, or whose toolbar has it. */
export interface LiveText {
  readonly editor: Editor
  readonly fieldId: string
  readonly kind: TextKind
}

/** What there is to tell about the latest paste, and where it was. */
export interface PasteInText {
  readonly news: PasteNews
  readonly fieldId: string
}

export interface TextEditing {
  readonly live: Observable<LiveText | null>
  /** null once it has been told. */
  readonly pasted: Subject<PasteInText | null>
  /** Is the address of a link in the live text being asked for? */
  readonly linking: Observable<boolean>
  setLinking(isLinking: boolean): void
  setLive(live: LiveText): void
  /** Does nothing when another text has become the live one. */
  endLive(editor: Editor): void
  /** An editor that has the focus goes. When its text has gone in the same drawing, it may be that it moves. */
  noteGoing(fieldId: string, selection: RememberedSelection): void
  /** @returns stop: the text is not on the page any more. */
  register(text: TextOnPage): () => void
  /** Goes into a text that is on the page. */
  enter(fieldId: string, entrance: Entrance): void
  /** Goes to the text before or after; false at the first and the last. */
  leave(from: HTMLElement, direction: 'previous' | 'next'): boolean
}

/** A text that the page still has to show, after an undo or a move, is entered this long. */
const JUMP_WAITS_MS = 1000

const editings = new WeakMap<OpenPlan, TextEditing>()

export function textEditingOf(plan: OpenPlan): TextEditing {
  const known = editings.get(plan)
  if (known) return known
  const editing = createTextEditing(plan)
  editings.set(plan, editing)
  return editing
}

function createTextEditing({ undo }: OpenPlan): TextEditing {
  const live = createObservable<LiveText | null>(null)
  const pasted = createObservable<PasteInText | null>(null)
  const linking = createObservable(false)
  const texts = new Set<TextOnPage>()
  let jump: { readonly fieldId: string; readonly entrance: Entrance; readonly ms: number } | null =
    null

  undo.onJump((place, selection) => {
    if (place.kind !== 'text') return
    const entrance: Entrance = selection ? { at: 'selection', selection } : { at: 'end' }
    const text = [...texts].find(({ fieldId }) => fieldId === place.fieldId)
    jump = text ? null : { fieldId: place.fieldId, entrance, ms: Date.now() }
    text?.enter(entrance)
  })

  return {
    live,
    pasted,
    linking,
    setLinking: (isLinking) => linking.set(isLinking && live.get()?.kind === 'rich'),
    setLive: (text) => live.set(text),
    endLive(editor) {
      if (live.get()?.editor !== editor) return
      live.set(null)
      linking.set(false)
    },
    noteGoing(fieldId, selection) {
      if ([...texts].some((text) => text.fieldId === fieldId)) return
      // A colleague moved the action that holds it: the caret goes with it.
      jump = { fieldId, entrance: { at: 'selection', selection }, ms: Date.now() }
    },
    register(text) {
      texts.add(text)
      if (jump?.fieldId === text.fieldId && Date.now() - jump.ms < JUMP_WAITS_MS) {
        text.enter(jump.entrance)
        jump = null
      }
      return () => void texts.delete(text)
    },
    enter(fieldId, entrance) {
      const text = [...texts].find((one) => one.fieldId === fieldId)
      text?.enter(entrance)
    },
    leave(from, direction) {
      const shown = [...texts].filter(({ root }) => root.closest('[hidden]') === null)
      const inOrder = shown.sort((a, b) => (isBefore(a.root, b.root) ? -1 : 1))
      const here = inOrder.findIndex(({ root }) => root === from)
      const there = inOrder[here + (direction === 'next' ? 1 : -1)]
      there?.enter({ at: direction === 'next' ? 'start' : 'end' })
      return there !== undefined
    },
  }
}

function isBefore(a: Node, b: Node): boolean {
  return (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
}
