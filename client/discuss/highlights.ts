/**
 * Draws on the page which words threads are on, without touching a text: by the browser's own
 * highlights over ranges, the same for static words and for those in an editor
 * (docs/adr/0032). How each looks is in highlights.css.
 */
import './highlights.css'

export const HIGHLIGHTS = ['comment', 'chosen', 'gone', 'suggested'] as const
export type HighlightKind = (typeof HIGHLIGHTS)[number]

export type Painted = Readonly<Record<HighlightKind, readonly Range[]>>

/** Where the browser has none, words are underlined by lines laid over them. */
export const canHighlight = typeof Highlight === 'function' && 'highlights' in CSS

export function paint(painted: Painted): void {
  if (!canHighlight) return
  for (const kind of HIGHLIGHTS) {
    const ranges = painted[kind]
    if (ranges.length === 0) CSS.highlights.delete(nameOf(kind))
    else CSS.highlights.set(nameOf(kind), new Highlight(...ranges))
  }
}

export function unpaint(): void {
  if (canHighlight) for (const kind of HIGHLIGHTS) CSS.highlights.delete(nameOf(kind))
}

function nameOf(kind: HighlightKind): string {
  return `samplan-${kind}`
}
