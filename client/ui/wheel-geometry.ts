/**
 * The geometry of the wheel: five parts around a common centre, always in the
 * same place; the first one at the top, then clockwise. Pure: numbers in, SVG
 * path data out. Angles are in degrees from twelve o'clock, clockwise; lengths
 * in the drawing's own units.
 */

const PARTS = 5
const SPAN = 360 / PARTS
const HALF = SPAN / 2

export interface Ring {
  readonly inner: number
  readonly outer: number
}

/** *How we do it today* inside, *the next two years* outside. */
export const TODAY_RING: Ring = { inner: 24, outer: 44 }
export const NEXT_RING: Ring = { inner: 47, outer: 67 }
/** Around both rings of the chosen part. */
export const CHOSEN_RING: Ring = { inner: 22, outer: 69 }
/** What takes the pointer: a whole slice, out to its number. */
export const TOUCH_RING: Ring = { inner: 20, outer: 104 }

const DOT_RADIUS = 77
const NUMBER_RADIUS = 95
/** A dot's grid is 16 units wide; this makes it 9 wide. */
const DOT_SCALE = 0.5625
const DOT_WIDTH = 16 * DOT_SCALE
const DOT_STEP = 10
/** All dots of a part stay within this angle, so that parts keep apart. */
const DOTS_SPAN = 62

interface Point {
  readonly x: number
  readonly y: number
}

/** The middle of a part, counted from 0. */
function middleOf(part: number): number {
  return part * SPAN
}

/**
 * One piece of a ring as a closed path.
 *
 * @param gap half the distance to the neighbour, measured in the middle of the ring.
 */
export function segmentPath(part: number, { inner, outer }: Ring, gap: number): string {
  const pad = toDegrees(gap / ((inner + outer) / 2))
  const from = middleOf(part) - HALF + pad
  const to = middleOf(part) + HALF - pad
  return [
    `M${at(from, outer)}`,
    `A${outer} ${outer} 0 0 1 ${at(to, outer)}`,
    `L${at(to, inner)}`,
    `A${inner} ${inner} 0 0 0 ${at(from, inner)}Z`,
  ].join('')
}

/** Where the number of a part stands. */
export function numberPlace(part: number): Point {
  return pointAt(middleOf(part), NUMBER_RADIUS)
}

export interface DotPlace extends Point {
  /** Scale of the mark's 16 by 16 grid; below DOT_SCALE when a part has many actions. */
  readonly scale: number
}

/** The upper left corners of the marks of a part's actions, in reading order, clockwise. */
export function dotPlaces(part: number, count: number): readonly DotPlace[] {
  const step = count > 1 ? Math.min(DOT_STEP, DOTS_SPAN / (count - 1)) : 0
  const room = (step * Math.PI * DOT_RADIUS) / 180
  const scale = count > 1 ? Math.min(DOT_SCALE, (room / DOT_WIDTH) * DOT_SCALE) : DOT_SCALE
  const first = middleOf(part) - (step * (count - 1)) / 2

  return Array.from({ length: count }, (_, index) => {
    const { x, y } = pointAt(first + step * index, DOT_RADIUS)
    return { x: round(x - 8 * scale), y: round(y - 8 * scale), scale: round(scale) }
  })
}

function pointAt(angle: number, radius: number): Point {
  const radians = (angle * Math.PI) / 180
  return { x: round(Math.sin(radians) * radius), y: round(-Math.cos(radians) * radius) }
}

function at(angle: number, radius: number): string {
  const { x, y } = pointAt(angle, radius)
  return `${x} ${y}`
}

function toDegrees(radians: number): number {
  return (radians * 180) / Math.PI
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
