/**
 * Where the headings of one text go in the outline of a whole plan. They come
 * below the heading that the text stands under, and never skip a level, even
 * when someone used only the smaller one.
 */
import type { HeadingLevel } from '../../shared/text/schema.ts'

/**
 * Gives each heading of a text its level, asked in the order they stand in.
 *
 * @param above the level of the heading the text stands under.
 */
export function createHeadingLevels(above: number): (level: HeadingLevel) => number {
  let hasUpper = false
  return (level) => {
    if (level === 3) hasUpper = true
    return level === 4 && hasUpper ? above + 2 : above + 1
  }
}
