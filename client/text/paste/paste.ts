/**
 * Pasting into a text: everything that comes from elsewhere is read into a text of
 * ours (read-html, read-plain), and only that goes in. What was copied here comes
 * back as it was.
 *
 * One step of undo. Pictures, tables and a paste that is too large are told to
 * `onPaste`, which has the words for it.
 */
import { Extension } from '@tiptap/core'
import { type ResolvedPos, Slice } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { XmlFragment } from 'yjs'
import type { PlanUndo } from '../../open-plan/plan-undo.ts'
import { linkByItself } from '../autolink.ts'
import { onlyAddress } from '../web-addresses.ts'
import { linkAddresses } from './link-addresses.ts'
import { isTooMuch, MAX_HTML_CHARACTERS } from './paste-size.ts'
import { NOTHING_PASTED, type Pasted, type PastedTable } from './pasted.ts'
import { isOwnHtml, ReadyParser } from './ready-parser.ts'
import { pastedSlice } from './pasted-slice.ts'
import { readHtml } from './read-html.ts'
import { readPlain, readWordsOnly } from './read-plain.ts'

/** What there is to tell about a paste. */
export type PasteNews =
  /** Nothing went in. */
  | { readonly kind: 'too-large' }
  /** What words there were went in, without these. */
  | { readonly kind: 'pictures'; readonly count: number }
  /** It went in as words; `takeBack` takes them out again, as long as nothing came after. */
  | { readonly kind: 'table'; readonly table: PastedTable; readonly takeBack: () => void }

export interface PasteOptions {
  readonly kind: 'rich' | 'line'
  readonly fragment: XmlFragment
  readonly undo: PlanUndo
  readonly onPaste: (news: PasteNews) => void
}

/** What was read for the paste that is going on. */
interface Reading {
  readonly pasted: Pasted
  readonly slice: Slice
  readonly isTooLarge: boolean
}

export const Paste = Extension.create<PasteOptions>({
  // Tiptap has a 'paste' of its own.
  name: 'planPaste',
  priority: 1000,

  addProseMirrorPlugins() {
    const { fragment, undo, kind, onPaste } = this.options
    let reading: Reading | null = null

    /** @param isBare without links for the addresses in it. */
    const begin = (pasted: Pasted, at: ResolvedPos, isBare = false): Slice => {
      const text = kind === 'rich' && !isBare ? linkAddresses(pasted.text) : pasted.text
      const isTooLarge = isTooMuch(text, fragment)
      const slice = isTooLarge ? Slice.empty : pastedSlice(text, at)
      reading = { pasted, slice, isTooLarge }
      return slice
    }
    const tell = ({ pasted, isTooLarge }: Reading) => {
      const { pictures, table } = pasted
      if (isTooLarge) onPaste({ kind: 'too-large' })
      else if (table) onPaste({ kind: 'table', table, takeBack: takesBackLatest(undo) })
      else if (pictures > 0) onPaste({ kind: 'pictures', count: pictures })
    }

    return [
      new Plugin({
        props: {
          transformPastedHTML(html, view) {
            reading = null
            if (isOwnHtml(html)) return html
            if (html.length > MAX_HTML_CHARACTERS) {
              reading = { pasted: NOTHING_PASTED, slice: Slice.empty, isTooLarge: true }
            } else begin(readHtml(html), view.state.selection.$from)
            return ''
          },
          clipboardParser: new ReadyParser(this.editor.schema, () => reading?.slice ?? null),
          clipboardTextParser(words, at, isPlain) {
            const isBare = isPlain || onlyAddress(words) !== null
            const bare = () => ({ ...NOTHING_PASTED, text: readWordsOnly(words) })
            return begin(isBare ? bare() : readPlain(words), at, isBare)
          },
          handlePaste(view, event, slice) {
            const read = reading
            reading = null
            const words = event.clipboardData?.getData('text/plain') ?? ''
            const href = onlyAddress(words)
            if (href !== null && !view.state.selection.empty) return linkSelection(view, href, undo)
            if (slice.size > 0) insert(view, slice, undo)
            if (href !== null && kind === 'rich') linkPasted(view, words.trim(), href, undo)
            if (read) tell(read)
            else if (slice.size === 0 && hasPicture(event)) onPaste({ kind: 'pictures', count: 1 })
            return read !== null || slice.size > 0 || hasPicture(event)
          },
        },
      }),
    ]
  },
})

/** As one step of undo: what is typed next is another. */
function insert(view: EditorView, slice: Slice, undo: PlanUndo): void {
  const { tr } = view.state
  const only = slice.openStart === 0 && slice.openEnd === 0 && slice.content.childCount === 1
  const node = only ? slice.content.firstChild : null
  if (node) tr.replaceSelectionWith(node, false)
  else tr.replaceSelection(slice)
  undo.stopCapturing()
  view.dispatch(tr.scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste'))
  undo.stopCapturing()
}

/** The selected words become a link to what is pasted. */
function linkSelection(view: EditorView, href: string, undo: PlanUndo): boolean {
  const { selection, schema, tr } = view.state
  const mark = schema.marks['link']?.create({ href })
  if (!mark) return false
  undo.stopCapturing()
  view.dispatch(tr.addMark(selection.from, selection.to, mark))
  undo.stopCapturing()
  return true
}

/** An address that stands before the caret as words, because it was pasted as words alone. */
function linkPasted(view: EditorView, words: string, href: string, undo: PlanUndo): void {
  const { selection, doc, schema } = view.state
  const to = selection.from
  const from = to - words.length
  const { link } = schema.marks
  if (from < 0 || doc.textBetween(from, to, '\n') !== words) return
  if (link && !doc.rangeHasMark(from, to, link)) linkByItself(view, undo, { from, to, href })
}

/** Undoes the step that is the latest now, as long as it still is. */
function takesBackLatest(undo: PlanUndo): () => void {
  const step = undo.manager.undoStack.at(-1)
  return () => {
    if (step && undo.manager.undoStack.at(-1) === step) undo.undo()
  }
}

function hasPicture({ clipboardData }: ClipboardEvent): boolean {
  return [...(clipboardData?.files ?? [])].some(({ type }) => type.startsWith('image/'))
}
