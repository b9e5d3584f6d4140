/** The texts on the page with whose their letters are: ranges to paint, and who wrote at a place. */
import { isId } from '../../shared/ids.ts'
import type { TextAuthors } from '../../shared/api/history.ts'
import { type FlatDom, offsetIn, rangeIn, readFlatDom } from '../discuss/flat-dom.ts'
import type { AuthoredRange, AuthorLook } from './author-highlights.ts'
import { type AuthorRuns, authorAt, authorSpans, lengthOf, runsAfter } from './author-runs.ts'

const PROSE = '[data-static-text], .ProseMirror'

/** What the server said of a text, and how the text stood on the page when it did. */
export interface KnownAuthors {
  readonly runs: AuthorRuns
  readonly text: string
}

/** Texts that stood on the page just as the server knew them; others wait for its next word. */
export function knownAuthors(main: Element, { texts }: TextAuthors): Map<string, KnownAuthors> {
  const known = new Map<string, KnownAuthors>()
  for (const { textId, prose } of textsIn(main)) {
    const runs = texts[placeOf(textId)]
    const { text } = readFlatDom(prose)
    if (runs && lengthOf(runs) === text.length) known.set(textId, { runs, text })
  }
  return known
}

/** @param lookOf null: of nobody who is known. */
export function authoredRanges(
  main: Element,
  known: ReadonlyMap<string, KnownAuthors>,
  lookOf: (person: number) => AuthorLook | null,
): readonly AuthoredRange[] {
  return textsIn(main).flatMap(({ textId, prose }) => {
    const authors = known.get(textId)
    if (!authors) return []
    const flat = readFlatDom(prose)
    return spansIn(flat, authors).flatMap(({ from, to, person }) => {
      const look = lookOf(person)
      const range = look && rangeIn(flat, from, to)
      return look && range ? [{ range, look }] : []
    })
  })
}

/** Who wrote the letter behind this point of the page; null: nobody known, or no text. */
export function authorBehind(
  known: ReadonlyMap<string, KnownAuthors>,
  node: Node,
  offset: number,
): number | null {
  const element = node instanceof Element ? node : node.parentElement
  const prose = element?.closest(PROSE)
  const textId = prose?.closest<HTMLElement>('[data-text-id]')?.dataset['textId']
  const authors = textId === undefined ? undefined : known.get(textId)
  if (!prose || !authors) return null
  const flat = readFlatDom(prose)
  return authorAt(spansIn(flat, authors), offsetIn(flat, node, offset))
}

function spansIn({ text }: FlatDom, { runs, text: before }: KnownAuthors) {
  return authorSpans(runsAfter(runs, before, text))
}

function textsIn(main: Element) {
  return [...main.querySelectorAll<HTMLElement>('[data-text-id]')].flatMap((field) => {
    const prose = field.querySelector(PROSE)
    const { textId } = field.dataset
    return prose && textId !== undefined ? [{ textId, prose }] : []
  })
}

/** '<actionId>.goal' -> 'action:<actionId>:goal'; 'leadership.today' -> 'field:leadership.today'. */
function placeOf(textId: string): string {
  const [owner = '', name = ''] = textId.split('.')
  return isId(owner) ? `action:${owner}:${name}` : `field:${textId}`
}
