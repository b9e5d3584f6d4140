/** Which marks an element of pasted HTML puts on its words, or takes from them. */
import { safeLinkAddress } from '../../../shared/text/link-address.ts'
import type { Mark } from '../../../shared/text/rich-text.ts'
import { type InlineStyle, isHeavy, isSlanted, linesOf } from './inline-style.ts'
import { languageOf, primary } from './page-language.ts'

type SimpleMark = Exclude<Mark['type'], 'link' | 'lang'>

const TAG_MARKS: Readonly<Record<string, SimpleMark>> = {
  B: 'bold',
  STRONG: 'bold',
  I: 'italic',
  EM: 'italic',
  CITE: 'italic',
  DFN: 'italic',
  U: 'underline',
  S: 'strike',
  STRIKE: 'strike',
  DEL: 'strike',
  CODE: 'code',
  KBD: 'code',
  SAMP: 'code',
  TT: 'code',
}

/** @param own the language of the whole source: not said again at its words. */
export function marksWithin(
  element: Element,
  style: InlineStyle,
  marks: readonly Mark[],
  own: string | null,
): readonly Mark[] {
  const said = new Map<SimpleMark, boolean>()
  const byTag = TAG_MARKS[element.tagName]
  if (byTag) said.set(byTag, true)
  // A style has the last word: Google Docs wraps everything in a <b> that is not heavy.
  const heavy = isHeavy(style)
  const slanted = isSlanted(style)
  const lines = linesOf(style)
  if (heavy !== null) said.set('bold', heavy)
  if (slanted !== null) said.set('italic', slanted)
  // What is drawn under or through words from further out is not taken off within.
  if (lines?.under) said.set('underline', true)
  else if (lines && byTag === 'underline') said.delete('underline')
  if (lines?.through) said.set('strike', true)

  let within = marks
  for (const [type, isOn] of said)
    within = isOn ? withMark(within, { type }) : without(within, type)
  within = withLanguage(element, within, own)
  if (element.tagName === 'A') {
    const href = safeLinkAddress(element.getAttribute('href'))
    if (href !== null) within = withMark(without(within, 'underline'), { type: 'link', href })
  }
  // A link is underlined as it is.
  return within.some(({ type }) => type === 'link') ? without(within, 'underline') : within
}

export function without(marks: readonly Mark[], type: Mark['type']): readonly Mark[] {
  return marks.some((mark) => mark.type === type)
    ? marks.filter((mark) => mark.type !== type)
    : marks
}

export function withMark(marks: readonly Mark[], mark: Mark): readonly Mark[] {
  return [...without(marks, mark.type), mark]
}

function withLanguage(element: Element, marks: readonly Mark[], own: string | null) {
  const lang = languageOf(element)
  if (lang === null) return marks
  return primary(lang) === own ? without(marks, 'lang') : withMark(marks, { type: 'lang', lang })
}
