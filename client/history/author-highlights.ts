/**
 * Draws whose each letter is over the words of a page, without touching a text: by the browser's
 * own highlights. A colour for each hue, and a kind of line for each person, because two may have
 * one hue and some see none. How each looks is in author-highlights.css.
 */
import type { PersonColour } from '../../shared/access/person-colour.ts'
import './author-highlights.css'

/** Kinds of line, in the order in which people get them. */
export const AUTHOR_LINES = ['solid', 'dashed', 'dotted', 'double', 'wavy'] as const
export type AuthorLine = (typeof AUTHOR_LINES)[number]

/** How a person's letters look. */
export interface AuthorLook {
  readonly colour: PersonColour
  readonly line: AuthorLine
}

export interface AuthoredRange {
  readonly range: Range
  readonly look: AuthorLook
}

/** Where the browser has none, names alone tell whose the words are. */
export const canShowAuthors = typeof Highlight === 'function' && 'highlights' in CSS

const PREFIX = 'samplan-author-'

/** Takes the place of what was painted before. */
export function paintAuthors(authored: readonly AuthoredRange[]): void {
  if (!canShowAuthors) return
  unpaintAuthors()
  for (const { range, look } of authored) {
    const name = `${PREFIX}${look.colour}-${look.line}`
    const known = CSS.highlights.get(name)
    if (known) known.add(range)
    else CSS.highlights.set(name, new Highlight(range))
  }
}

export function unpaintAuthors(): void {
  if (!canShowAuthors) return
  for (const name of CSS.highlights.keys()) {
    if (name.startsWith(PREFIX)) CSS.highlights.delete(name)
  }
}

/** Of the people of a plan, in their order: the fifth line is followed by the first again. */
export function lineOf(index: number): AuthorLine {
  return AUTHOR_LINES[index % AUTHOR_LINES.length] ?? 'solid'
}
