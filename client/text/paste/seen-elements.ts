/**
 * What of a pasted page its reader saw as words: not scripts and controls, not what
 * was hidden or deleted with changes tracked, not the menus of a web page.
 */
import { type InlineStyle, isHiddenByStyle } from './inline-style.ts'

const UNSEEN = new Set([
  'SCRIPT', 'STYLE', 'HEAD', 'TITLE', 'META', 'LINK', 'BASE', 'TEMPLATE', 'NOSCRIPT', 'SVG', 'svg',
  'IFRAME', 'OBJECT', 'EMBED', 'VIDEO', 'AUDIO', 'CANVAS', 'MAP', 'MATH', 'math', 'BUTTON', 'SELECT',
  'DATALIST', 'INPUT', 'TEXTAREA', 'DIALOG', 'NAV', 'COL', 'COLGROUP', 'RP', 'XML',
]) // prettier-ignore

const UNSEEN_ROLES = new Set(['navigation', 'menu', 'menubar', 'toolbar', 'search', 'button'])

/** Word's own parts of a page that are no words of the text. */
const WORD_EXTRAS = /^(ignore|comment|comment-list|comment-reference)/

const BLOCKS = new Set([
  'ADDRESS', 'ARTICLE', 'ASIDE', 'BLOCKQUOTE', 'BODY', 'CAPTION', 'CENTER', 'DD', 'DETAILS', 'DIV',
  'DL', 'DT', 'FIELDSET', 'FIGCAPTION', 'FIGURE', 'FOOTER', 'FORM', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6',
  'HEADER', 'HGROUP', 'HR', 'LEGEND', 'LI', 'MAIN', 'OL', 'P', 'PRE', 'SECTION', 'SUMMARY', 'TABLE',
  'TBODY', 'TD', 'TFOOT', 'TH', 'THEAD', 'TR', 'UL',
]) // prettier-ignore

export function isBlockElement(element: Element): boolean {
  return BLOCKS.has(element.tagName)
}

export function isUnseen(element: Element, style: InlineStyle): boolean {
  if (UNSEEN.has(element.tagName) || element.hasAttribute('hidden')) return true
  if (isHiddenByStyle(style) || isDeleted(element)) return true
  if (UNSEEN_ROLES.has(element.getAttribute('role') ?? '')) return true
  if (/^MsoCommentReference$|^msocomanchor$/i.test(element.className)) return true
  const extra = style.get('mso-element') ?? style.get('mso-list') ?? ''
  return WORD_EXTRAS.test(extra) || isDecoration(element)
}

/** Deleted with changes tracked: Word and Docs say who or when. A plain <del> is struck words. */
function isDeleted(element: Element): boolean {
  if (/^msoDel$/i.test(element.className)) return true
  return (
    element.tagName === 'DEL' && (element.hasAttribute('datetime') || element.hasAttribute('cite'))
  )
}

/** Hidden from screen readers and without a word: a bullet, an arrow, an icon. */
function isDecoration(element: Element): boolean {
  if (element.getAttribute('aria-hidden') !== 'true') return false
  return /icon/i.test(element.className) || !/[\p{L}\p{N}]/u.test(element.textContent)
}

/** A picture that is a letter of the text: mail and social pages draw emoji so. */
export function emojiOf(image: Element): string | null {
  const words = image.getAttribute('alt') ?? ''
  return words.length <= 16 && /^\p{Extended_Pictographic}/u.test(words) ? words : null
}

/** One that is seen: not a dot that counts readers, and not the box of a task. */
export function isSeenPicture(image: Element): boolean {
  const isDot = image.getAttribute('width') === '1' || image.getAttribute('height') === '1'
  return !isDot && image.closest('[role="checkbox"]') === null
}
