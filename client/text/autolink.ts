/**
 * A web address becomes a link when the word is over: at a blank, at Enter, when it
 * is pasted. The link is a step of undo of its own, and Backspace right after
 * takes it off again; the words stay.
 */
import { Extension } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { ySyncPluginKey } from 'y-prosemirror'
import type { PlanUndo } from '../open-plan/plan-undo.ts'
import { onlyAddress } from './web-addresses.ts'

export interface AutolinkOptions {
  readonly undo: Pick<PlanUndo, 'stopCapturing'>
}

/** The link that was just made by itself, until something else is written. */
interface FreshLink {
  readonly from: number
  readonly to: number
}

/** Longer ones are no addresses, and are not looked at whole. */
const MAX_WORD = 2100

const KEY = new PluginKey<FreshLink | null>('autolink')

export const Autolink = Extension.create<AutolinkOptions>({
  name: 'autolink',
  // Before the keys that split a block, and before Backspace.
  priority: 1500,

  addKeyboardShortcuts() {
    const { undo } = this.options
    return {
      Enter: ({ editor }) => {
        linkWordBefore(editor.view, undo, editor.state.selection.from)
        return false
      },
      Backspace: ({ editor }) => takeOff(editor.view, undo),
    }
  },

  addProseMirrorPlugins() {
    const { undo } = this.options
    return [
      new Plugin<FreshLink | null>({
        key: KEY,
        state: {
          init: () => null,
          apply(transaction, fresh, before, after) {
            const made = transaction.getMeta(KEY) as FreshLink | undefined
            if (made) return made
            if (fresh === null || !transaction.docChanged) return fresh
            const isOwn = !transaction.getMeta(ySyncPluginKey)?.isChangeOrigin
            return isOwn ? null : foundAgain(fresh, before, after)
          },
        },
        props: {
          handleTextInput(view, from, to, text, insert) {
            if (text !== ' ' || from !== to || wordBefore(view.state, from) === null) return false
            view.dispatch(insert())
            linkWordBefore(view, undo, from)
            return true
          },
        },
      }),
    ]
  },
})

/** Colleagues' edits replace the document as the editor sees it; the caret stays at its words. */
function foundAgain({ from, to }: FreshLink, before: EditorState, { selection, doc }: EditorState) {
  const moved = selection.from - before.selection.from
  const words = doc.textBetween(from + moved, to + moved)
  return words === before.doc.textBetween(from, to) ? { from: from + moved, to: to + moved } : null
}

/** Links a range as a step of undo of its own. */
export function linkByItself(
  view: EditorView,
  undo: AutolinkOptions['undo'],
  { from, to, href }: FreshLink & { readonly href: string },
): void {
  const mark = view.state.schema.marks['link']?.create({ href })
  if (!mark) return
  undo.stopCapturing()
  view.dispatch(view.state.tr.addMark(from, to, mark).setMeta(KEY, { from, to }))
  undo.stopCapturing()
}

function linkWordBefore(view: EditorView, undo: AutolinkOptions['undo'], at: number): void {
  const word = view.state.selection.empty ? wordBefore(view.state, at) : null
  if (word) linkByItself(view, undo, word)
}

/** The address that ends at a place, or null when the word there is none or a link already. */
function wordBefore({ doc, schema }: EditorState, at: number) {
  const $at = doc.resolve(at)
  if (!$at.parent.isTextblock) return null
  const start = Math.max(0, $at.parentOffset - MAX_WORD)
  const before = $at.parent.textBetween(start, $at.parentOffset, undefined, '\ufffc')
  const word = /[^\s\ufffc([«“"]+$/.exec(before)?.[0] ?? ''
  const trimmed = word.replace(/[.,;:!?)\]]+$/, '')
  const href = onlyAddress(trimmed)
  if (href === null) return null
  const from = at - word.length
  const to = from + trimmed.length
  const { link, code } = schema.marks
  const isTaken = [link, code].some((type) => type && doc.rangeHasMark(from, to, type))
  return isTaken ? null : { from, to, href }
}

function takeOff(view: EditorView, undo: AutolinkOptions['undo']): boolean {
  const { state } = view
  const fresh = KEY.getState(state)
  const { link } = state.schema.marks
  if (!fresh || !link || !state.selection.empty) return false
  // At its end, or behind the blank that made it.
  const distance = state.selection.from - fresh.to
  if (distance < 0 || distance > 1) return false
  if (!state.doc.rangeHasMark(fresh.from, fresh.to, link)) return false
  undo.stopCapturing()
  view.dispatch(state.tr.removeMark(fresh.from, fresh.to, link))
  undo.stopCapturing()
  return true
}
