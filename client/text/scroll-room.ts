/**
 * How far from the window's edges the line being written is kept: behind the top
 * stands the bar or the strip of parts, behind the foot a phone's docked tools.
 *
 * The editor itself takes the whole window for free (CSS scroll-padding it does not
 * read). In CSS pixels; a short window beside a keyboard still has room for a line.
 */
export const SCROLL_ROOM = {
  scrollThreshold: { top: 60, right: 0, bottom: 56, left: 0 },
  scrollMargin: { top: 64, right: 5, bottom: 60, left: 5 },
} as const
