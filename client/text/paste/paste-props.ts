/**
 * What an editor does with a paste and a drop, once this is loaded (paste.ts): reads
 * them into a text of ours, as one step of undo, and tells what there is to tell.
 */
import { type ResolvedPos, type Schema, Slice } from '@tiptap/pm/model'
import { type Selection, TextSelection } from '@tiptap/pm/state'
import type { EditorProps, EditorView } from '@tiptap/pm/view'
import type { PlanUndo } from '../../open-plan/plan-undo.ts'
import { linkByItself } from '../autolink.ts'
import { placeNow } from '../place-now.ts'
import { onlyAddress } from '../web-addresses.ts'
import type { PasteOptions, WaitingPaste } from './paste.ts'
import { isSliceTooMuch, MAX_HTML_CHARACTERS } from './paste-size.ts'
import { type Reading, readPastedHtml, readPastedWords } from './read-paste.ts'
import { isOwnHtml, ReadyParser } from './ready-parser.ts'
import { type InsertedRange, takesTableWords } from './table-words.ts'

type PasteProps = Pick<
  EditorProps,
  | 'handleDOMEvents'
  | 'transformPastedHTML'
  | 'clipboardParser'
  | 'clipboardTextParser'
  | 'handlePaste'
  | 'handleDrop'
>

export function createPasteProps(
  { kind, fragment, undo, onPaste }: PasteOptions,
  schema: Schema,
): PasteProps {
  let reading: Reading | null = null
  /** Where something is being dropped. */
  let dropAt: ResolvedPos | null = null

  const takeReading = () => {
    const read = reading
    reading = null
    dropAt = null
    return read
  }
  const isTooLarge = (read: Reading | null, slice: Slice) =>
    read ? read.isTooLarge : isSliceTooMuch(slice, fragment)
  const tellPictures = ({ pasted: { pictures, text } }: Reading) => {
    if (pictures > 0) onPaste({ kind: 'pictures', hasWords: text.length > 0 })
  }
  const tell = (read: Reading, view: EditorView, inserted: InsertedRange | null) => {
    const { table } = read.pasted
    if (!table || !inserted) return tellPictures(read)
    onPaste({ kind: 'table', table, takeWords: takesTableWords(view, inserted, read.pasted) })
  }

  return {
    handleDOMEvents: {
      drop(view, { clientX: left, clientY: top }) {
        const at = view.posAtCoords({ left, top })
        dropAt = at && view.state.doc.resolve(at.pos)
        return false
      },
    },
    transformPastedHTML(html, { state }) {
      reading = null
      if (isOwnHtml(html) && html.length <= MAX_HTML_CHARACTERS) return html
      const at = dropAt ?? state.selection.$from
      reading = readPastedHtml(html, { kind, fragment, at })
      return ''
    },
    clipboardParser: new ReadyParser(schema, () => reading?.slice ?? null),
    clipboardTextParser(words, at, isPlain) {
      reading = readPastedWords(words, { kind, fragment, at }, isPlain)
      return reading.slice
    },
    handlePaste(view, event, slice) {
      const read = takeReading()
      if (isTooLarge(read, slice)) {
        onPaste({ kind: 'too-large' })
        return true
      }
      const words = event.clipboardData?.getData('text/plain') ?? ''
      const href = onlyAddress(words)
      if (href !== null && linkSelection(view, href, undo)) return true
      const inserted = slice.size > 0 ? insert(view, slice, undo) : null
      if (href !== null && kind === 'rich') linkPasted(view, words.trim(), href, undo)
      if (read) tell(read, view, inserted)
      else if (!inserted && hasPicture(event)) onPaste({ kind: 'pictures', hasWords: false })
      return read !== null || inserted !== null || hasPicture(event)
    },
    handleDrop(view, _event, slice) {
      const read = takeReading()
      if (view.dragging) return false
      undo.stopCapturing()
      if (isTooLarge(read, slice)) onPaste({ kind: 'too-large' })
      else if (read) tellPictures(read)
      return isTooLarge(read, slice)
    },
  }
}

/** At the place where it was meant; the caret stays at what was typed since. */
export function pasteWaiting(view: EditorView, waiting: WaitingPaste): void {
  const { doc, selection } = view.state
  const place = placeOf(waiting, view)
  const typed = selection.from - place.to
  view.dispatch(view.state.tr.setSelection(place))
  pasteHere(view, waiting)
  if (typed === 0) return
  const { tr } = view.state
  // What stands behind the paste is as far from the end as it was.
  const at = typed < 0 ? selection.from : tr.doc.content.size - (doc.content.size - selection.from)
  view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(at))))
}

function placeOf({ place, isAtStart }: WaitingPaste, { state }: EditorView): Selection {
  const now = placeNow(place, state) ?? state.selection
  if (!isAtStart) return now
  const $start = state.doc.resolve(now.$from.start())
  return TextSelection.between($start, now.empty ? $start : now.$to)
}

function pasteHere(view: EditorView, { html, words, files }: WaitingPaste): void {
  const clipboardData = new DataTransfer()
  clipboardData.setData('text/plain', words)
  for (const file of files) clipboardData.items.add(file)
  const event = new ClipboardEvent('paste', { clipboardData })
  if (html) return void view.pasteHTML(html, event)
  // `view.pasteText` would take it for a paste without formatting.
  const at = view.state.selection.$from
  let slice = Slice.empty
  if (words)
    view.someProp('clipboardTextParser', (parse) => (slice = parse(words, at, false, view)))
  view.someProp('transformPasted', (transform) => void (slice = transform(slice, view, true)))
  view.someProp('handlePaste', (handle) => handle(view, event, slice))
}

/** As one step of undo: what is typed next is another. */
function insert(view: EditorView, slice: Slice, undo: PlanUndo): InsertedRange {
  const { tr } = view.state
  const { from, to } = tr.selection
  const only = slice.openStart === 0 && slice.openEnd === 0 && slice.content.childCount === 1
  const node = only ? slice.content.firstChild : null
  if (node) tr.replaceSelectionWith(node, false)
  else tr.replaceSelection(slice)
  undo.stopCapturing()
  view.dispatch(tr.scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste'))
  undo.stopCapturing()
  return { from: tr.mapping.map(from, -1), to: tr.mapping.map(to) }
}

/** Selected words become a link to what is pasted; an address gives way to it. */
function linkSelection(view: EditorView, href: string, undo: PlanUndo): boolean {
  const { selection, schema, doc, tr } = view.state
  const { from, to, empty } = selection
  const mark = schema.marks['link']?.create({ href })
  if (!mark || empty || onlyAddress(doc.textBetween(from, to, '\n')) !== null) return false
  undo.stopCapturing()
  view.dispatch(tr.addMark(from, to, mark))
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

function hasPicture({ clipboardData }: ClipboardEvent): boolean {
  return [...(clipboardData?.files ?? [])].some(({ type }) => type.startsWith('image/'))
}
