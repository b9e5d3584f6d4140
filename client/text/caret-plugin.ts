/**
 * Carets: tells the others where mine is, and draws theirs with their names.
 *
 * Awareness holds one caret per connection, `caret: {field, anchor, head}`. An
 * editor only ever clears a caret that is its own, so that closing one editor does
 * not clear what another one has just set. Others are drawn at most once a frame
 * and never while composing: a redraw then ends the composition.
 */
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { ySyncPluginKey } from 'y-prosemirror'
import type { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { Observable } from '../open-plan/observable.ts'
import type { Person } from '../open-plan/people.ts'
import { caretElement, selectionAttributes } from './caret-element.ts'
import { bindingOf } from './field-sync-plugin.ts'
import { catchUpSelection } from './fresh-selection.ts'
import { absolutePosition, heldSelection } from './relative-selection.ts'

export interface CaretDeps {
  readonly fieldId: string
  readonly awareness: Awareness
  readonly others: Observable<readonly Person[]>
}

/** A caret is told at most this often: holding a key down is 30 changes a second. */
const TELL_INTERVAL_MS = 80

const caretKey = new PluginKey<DecorationSet>('samplan-carets')

export function caretPlugin(deps: CaretDeps): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key: caretKey,
    state: {
      init: () => DecorationSet.empty,
      apply(transaction, drawn, _before, state) {
        const mustDraw =
          transaction.getMeta(caretKey) === 'draw' ||
          transaction.getMeta(ySyncPluginKey)?.isChangeOrigin === true
        return mustDraw ? drawCarets(state, deps) : drawn.map(transaction.mapping, transaction.doc)
      },
    },
    props: { decorations: (state) => caretKey.getState(state) },
    view: (view) => {
      const own = tellOwnCaret(view, deps)
      const stop = deps.others.subscribe(() => {
        if (view.composing) return
        catchUpSelection(view)
        view.dispatch(view.state.tr.setMeta(caretKey, 'draw'))
      })
      // At mount, when the binding has drawn the text.
      queueMicrotask(() => {
        if (!view.isDestroyed) view.dispatch(view.state.tr.setMeta(caretKey, 'draw'))
      })
      return {
        update: own.tell,
        destroy() {
          stop()
          own.stop()
        },
      }
    },
  })
}

function drawCarets(state: EditorState, { fieldId, others }: CaretDeps): DecorationSet {
  const decorations = others.get().flatMap((person) => {
    if (person.caret?.fieldId !== fieldId) return []
    const anchor = readPosition(person.caret.anchor, state)
    const head = readPosition(person.caret.head, state)
    if (anchor === null || head === null) return []
    const caret = Decoration.widget(head, () => caretElement(person), {
      key: [person.clientId, person.name, person.colour, person.isCalm].join(),
      side: 10,
      ignoreSelection: true,
    })
    const from = Math.min(anchor, head)
    const to = Math.max(anchor, head)
    return from === to ? [caret] : [caret, Decoration.inline(from, to, selectionAttributes(person))]
  })
  return DecorationSet.create(state.doc, decorations)
}

/** Others may send anything as a position; what cannot be read is not drawn. */
function readPosition(json: unknown, state: EditorState): number | null {
  try {
    const position = Y.createRelativePositionFromJSON(json)
    return absolutePosition(position, bindingOf(state), state.doc.content.size)
  } catch {
    return null
  }
}

/** Keeps awareness' `caret` at the selection while the editor has the focus. */
function tellOwnCaret(view: EditorView, { fieldId, awareness }: CaretDeps) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let toldAtMs = 0

  const tellNow = () => {
    clearTimeout(timer)
    timer = undefined
    toldAtMs = Date.now()
    if (view.isDestroyed || awareness.getLocalState() === null) return
    const told = ownCaret(awareness)
    if (!view.hasFocus() || !view.editable) {
      if (told?.field === fieldId) awareness.setLocalStateField('caret', null)
      return
    }
    const caret = caretOf(view, fieldId)
    if (JSON.stringify(caret) !== JSON.stringify(told)) awareness.setLocalStateField('caret', caret)
  }
  const tell = () => {
    timer ??= setTimeout(tellNow, Math.max(0, toldAtMs + TELL_INTERVAL_MS - Date.now()))
  }
  view.dom.addEventListener('focus', tell)
  view.dom.addEventListener('blur', tell)
  return {
    tell,
    stop() {
      clearTimeout(timer)
      view.dom.removeEventListener('focus', tell)
      view.dom.removeEventListener('blur', tell)
      if (ownCaret(awareness)?.field === fieldId) awareness.setLocalStateField('caret', null)
    },
  }
}

interface OwnCaret {
  readonly field: string
  readonly anchor: unknown
  readonly head: unknown
}

function ownCaret(awareness: Awareness): OwnCaret | null {
  return awareness.getLocalState()?.['caret'] ?? null
}

function caretOf(view: EditorView, fieldId: string): OwnCaret {
  const binding = bindingOf(view.state)
  return { field: fieldId, ...heldSelection(view.state.selection, binding) }
}
