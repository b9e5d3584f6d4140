/**
 * Pasting into a text: everything that comes from elsewhere is read into a text of
 * ours (read-paste.ts), and only that goes in. What was copied here comes
 * back as it was.
 *
 * One step of undo. Pictures, tables and a paste that is too large are told to
 * `onPaste`, which has the words for it.
 */
import { Extension } from '@tiptap/core'
import { Slice } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { XmlFragment } from 'yjs'
import type { PlanUndo } from '../../open-plan/plan-undo.ts'
import { linkByItself } from '../autolink.ts'
import { onlyAddress } from '../web-addresses.ts'
import type { PastedTable } from './pasted.ts'
import type * as ReadPaste from './read-paste.ts'
import type { Reading } from './read-paste.ts'
import { isOwnHtml, ReadyParser } from './ready-parser.ts'

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

/** Loaded once for the page. */
let reader: typeof ReadPaste | null = null

/** Loads what reads a paste; until then a paste waits for it. */
export async function preparePasting(): Promise<void> {
  reader ??= await import('./read-paste.ts')
}

export const Paste = Extension.create<PasteOptions>({
  // Tiptap has a 'paste' of its own.
  name: 'planPaste',
  priority: 1000,

  onCreate() {
    preparePasting().catch(() => undefined)
  },

  addProseMirrorPlugins() {
    const { fragment, undo, kind, onPaste } = this.options
    let reading: Reading | null = null

    const tell = ({ pasted, isTooLarge }: Reading) => {
      const { pictures, table } = pasted
      if (isTooLarge) onPaste({ kind: 'too-large' })
      else if (table) onPaste({ kind: 'table', table, takeBack: takesBackLatest(undo) })
      else if (pictures > 0) onPaste({ kind: 'pictures', count: pictures })
    }

    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            paste(view, event) {
              if (reader) return false
              event.preventDefault()
              void pasteWhenPrepared(view, event.clipboardData)
              return true
            },
          },
          transformPastedHTML(html, { state }) {
            reading = null
            if (isOwnHtml(html) || !reader) return html
            reading = reader.readPastedHtml(html, { kind, fragment, at: state.selection.$from })
            return ''
          },
          clipboardParser: new ReadyParser(this.editor.schema, () => reading?.slice ?? null),
          clipboardTextParser(words, at, isPlain) {
            reading = reader?.readPastedWords(words, { kind, fragment, at }, isPlain) ?? null
            return reading?.slice ?? Slice.empty
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

/** The browser's own copy of it is gone after the event: what is in it is kept till then. */
async function pasteWhenPrepared(view: EditorView, clipboard: DataTransfer | null): Promise<void> {
  const [html = '', words = ''] = ['text/html', 'text/plain'].map((type) =>
    clipboard?.getData(type),
  )
  const kept = new DataTransfer()
  if (html) kept.setData('text/html', html)
  kept.setData('text/plain', words)
  for (const file of clipboard?.files ?? []) kept.items.add(file)
  await preparePasting().catch(() => undefined)
  if (view.isDestroyed) return
  // Without a connection at the very first paste: the words alone.
  if (!reader) return view.dispatch(view.state.tr.insertText(words))
  const event = new ClipboardEvent('paste', { clipboardData: kept })
  if (html) view.pasteHTML(html, event)
  else view.pasteText(words, event)
}

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
