/** The words of threads as ranges of what is drawn, static or live, while the text changes. */
import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { type MarkedThread, markOf } from '../../../client/discuss/marked-threads.ts'
import { createPaintedWords } from '../../../client/discuss/painted-words.ts'
import { createWordPlaces } from '../../../client/discuss/word-places.ts'
import { flatText } from '../../../shared/discuss/flat-text.ts'
import { makeAnchor } from '../../../shared/discuss/make-anchor.ts'
import { textNodes } from '../../../shared/plan/write-text.ts'
import { press, type } from '../../support/editing.ts'
import { aThread, suggestionOf } from '../../support/shown-thread.ts'
import { createWriter, type Writer } from '../../support/writer.ts'

const TEXT = 'leadership.today'
const writers: Writer[] = []
afterEach(() => {
  for (const writer of writers.splice(0)) writer.end()
})

/** A live text on a page, and the threads on words of it. */
function openText(words: string) {
  const writer = createWriter(1)
  writers.push(writer)
  const fragment = writer.fragment(TEXT)
  const content = [{ type: 'text', text: words, marks: [] } as const]
  fragment.insert(0, textNodes([{ type: 'paragraph', content }]))
  const changed: string[] = []
  const places = createWordPlaces(writer.doc, (textId) => changed.push(textId))
  places.begin()
  const painted = createPaintedWords(places)
  const editor = writer.open(TEXT)
  const root = document.createElement('div')
  root.append(editor.view.dom.parentElement ?? editor.view.dom)
  const mark = (quote: string, change: Parameters<typeof aThread>[1] = {}): MarkedThread => {
    const from = flatText(fragment).words.indexOf(quote)
    const anchor = makeAnchor(fragment, { from, to: from + quote.length })
    return markOf(aThread(quote, { place: { kind: 'field', fieldId: TEXT, anchor }, ...change }))
  }
  const read = (threads: readonly MarkedThread[], chosenId: string | null = null) => {
    painted.forgetAll()
    const found = painted.read(threads, new Map([[TEXT, root]]), chosenId)
    return Object.fromEntries(
      Object.entries(found).map(([kind, ranges]) => [kind, ranges.map((it) => it.toString())]),
    )
  }
  return { writer, editor, fragment, places, painted, mark, read, changed }
}

const NOTHING = { comment: [], chosen: [], gone: [], suggested: [] }

describe('words that a thread is on', () => {
  it('are painted, and as the chosen ones when it is', () => {
    const { mark, read } = openText('Vi deler alt med alle.')
    const thread = mark('deler alt')

    expect(read([thread])).toEqual({ ...NOTHING, comment: ['deler alt'] })
    expect(read([thread], 'deler alt')).toEqual({ ...NOTHING, chosen: ['deler alt'] })
  })

  it('are found again after what is typed before them and after a new paragraph in the text', () => {
    const { editor, mark, read, changed } = openText(
      'Vi deler alt med alle, hver første tirsdag i måneden.',
    )
    const thread = mark('deler alt')
    read([thread])
    editor.commands.setTextSelection(1)
    type(editor, 'Nå: ')
    editor.commands.setTextSelection(8)
    press(editor, 'Enter')

    expect(read([thread])).toEqual({ ...NOTHING, comment: ['deler alt'] })
    expect(changed).toContain(TEXT)
  })

  it('are painted no more when they are gone', () => {
    const { editor, mark, read } = openText('Vi deler alt med alle.')
    const thread = mark('deler alt')
    editor.commands.setTextSelection({ from: 4, to: 13 })
    editor.commands.deleteSelection()

    expect(read([thread])).toEqual(NOTHING)
  })

  it('are struck through where a suggestion would take them out, and only there', () => {
    const { mark, read } = openText('Vi deler alt med alle.')
    const suggestion = suggestionOf('open', 'deler mye med alle')
    const thread = mark('deler alt med alle', { suggestion })

    const { gone, suggested } = read([thread])

    expect(gone?.join('').trim()).toBe('alt')
    expect(suggested?.join('')).toBe('deler  med alle')
  })

  it('have a place behind which a suggestion puts in its own', () => {
    const { mark, read, painted } = openText('Vi deler alt med alle.')
    const thread = mark('deler alt med alle', {
      suggestion: suggestionOf('open', 'Nå deler mye med alle'),
    })
    read([thread])

    const fresh = painted.drawnOf(thread.threadId)?.fresh ?? []

    expect(fresh.map(({ words }) => words)).toEqual(['Nå', 'mye'])
    expect(fresh.map(({ beside }) => beside.toString())).toEqual([' ', 't'])
  })

  it('have it before the first of a text that begins with them', () => {
    const { mark, read, painted } = openText('Vi deler.')
    const thread = mark('Vi deler.', { suggestion: suggestionOf('open', 'Nå. Vi deler.') })
    read([thread])

    const [fresh] = painted.drawnOf(thread.threadId)?.fresh ?? []

    expect([fresh?.words, fresh?.beside.toString(), fresh?.isBehind]).toEqual(['Nå.', 'V', false])
  })

  it('have none when they read otherwise by now, or are only commented on', () => {
    const { editor, mark, read, painted } = openText('Vi deler alt med alle.')
    const threads = [
      mark('deler alt', { suggestion: suggestionOf('open', 'deler mye') }),
      mark('alle'),
    ]
    editor.commands.setTextSelection(8)
    type(editor, 'x')
    read(threads)

    expect(threads.map(({ threadId }) => painted.drawnOf(threadId)?.fresh)).toEqual([null, null])
  })

  it('are not struck through when they are not those that the suggestion was made on', () => {
    const { editor, mark, read } = openText('Vi deler alt med alle.')
    const suggestion = suggestionOf('open', 'deler mye med alle')
    const thread = mark('deler alt med alle', { suggestion })
    editor.commands.setTextSelection(10)
    type(editor, 'nesten ')

    expect(read([thread])).toEqual({ ...NOTHING, comment: ['deler nesten alt med alle'] })
  })

  it('are not guessed while what is drawn is not what is written', () => {
    const { editor, mark, read } = openText('Vi deler alt med alle.')
    const thread = mark('deler alt')
    // As during a composition: the browser is ahead.
    const [text] = editor.view.dom.querySelector('p')?.childNodes ?? []
    if (text) text.nodeValue = 'Vi ééé deler alt med alle.'

    expect(read([thread])).toEqual(NOTHING)
  })

  it('are the very same when nothing changed, so that nothing is painted anew', () => {
    const { mark, painted } = openText('Vi deler alt med alle.')
    const threads = [mark('deler alt')]
    const texts = new Map<string, HTMLElement>()

    expect(painted.read(threads, texts, null)).toBe(painted.read(threads, texts, null))
  })
})

describe('the texts of a document', () => {
  it('are read once, until something in them changes', () => {
    const { writer, places, changed } = openText('Hei')
    const other = writer.fragment('leadership.next')
    writer.doc.transact(() => other.insert(0, [new Y.XmlElement('paragraph')]))
    expect(places.wordsOf(TEXT)).toBe('Hei')

    writer.doc.transact(() => other.insert(0, [new Y.XmlElement('paragraph')]))

    expect(changed).toEqual([])
  })

  it('that are not there are none, and are not made by asking', () => {
    const { writer, places } = openText('Hei')

    expect(places.wordsOf('models.today')).toBeNull()
    expect(writer.doc.share.has('text:models.today')).toBe(false)
  })
})
