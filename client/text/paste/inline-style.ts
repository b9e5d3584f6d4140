/**
 * What the style attribute of pasted HTML says about words: heavy, slanted, struck,
 * hidden.
 *
 * Read as text. A policy without inline styles leaves `element.style` empty, in
 * documents that are never shown too, while the attribute itself stays (measured in
 * Chromium 153); each one met in parsing is a complaint in the console, so they are
 * renamed before.
 */

export type InlineStyle = ReadonlyMap<string, string>

const RENAMED = 'data-pasted-style'
const NO_STYLE: InlineStyle = new Map()

/** The HTML with its style attributes under a name that no policy looks at. */
export function withoutLiveStyles(html: string): string {
  return html.replace(/<[a-z][^<>]*>/gi, (tag) =>
    tag.replace(/(\s|["'])style\s*=/gi, (_all, before: string) => `${before} ${RENAMED}=`),
  )
}

/** Property names in small letters; the last of two counts. */
export function inlineStyle(element: Element): InlineStyle {
  const text = element.getAttribute(RENAMED) ?? element.getAttribute('style')
  if (text === null || text === '') return NO_STYLE
  const style = new Map<string, string>()
  for (const part of text.split(';')) {
    const colon = part.indexOf(':')
    if (colon < 1) continue
    const name = part.slice(0, colon).trim().toLowerCase()
    style.set(
      name,
      part
        .slice(colon + 1)
        .trim()
        .toLowerCase(),
    )
  }
  return style
}

/** Would a reader of the source not have seen it? */
export function isHiddenByStyle(style: InlineStyle): boolean {
  return (
    style.get('display') === 'none' ||
    style.get('visibility') === 'hidden' ||
    style.get('mso-hide') === 'all' ||
    (style.get('position') === 'absolute' &&
      (style.get('width') === '1px' || style.get('clip')?.startsWith('rect(0') === true))
  )
}

/** true or false when the style decides, null when it does not say. */
export function isHeavy(style: InlineStyle): boolean | null {
  const weight = style.get('font-weight')
  if (weight === undefined || weight === 'inherit') return null
  return weight === 'bold' || weight === 'bolder' || Number(weight) >= 600
}

/** true or false when the style decides, null when it does not say. */
export function isSlanted(style: InlineStyle): boolean | null {
  const slant = style.get('font-style')
  if (slant === undefined || slant === 'inherit') return null
  return /^(italic|oblique)/.test(slant)
}

/** The lines drawn at the words, or null when the style does not say. */
export function linesOf(style: InlineStyle): { under: boolean; through: boolean } | null {
  const lines = style.get('text-decoration-line') ?? style.get('text-decoration')
  if (lines === undefined || lines === 'inherit') return null
  return { under: lines.includes('underline'), through: lines.includes('line-through') }
}
