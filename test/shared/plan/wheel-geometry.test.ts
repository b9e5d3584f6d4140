import { describe, expect, it } from 'vitest'
import {
  dotPlaces,
  NEXT_RING,
  numberPlace,
  segmentPath,
  TODAY_RING,
} from '../../../shared/plan/wheel-geometry.ts'

describe('a piece of a ring', () => {
  it('is the drawn one for the first part', () => {
    expect(segmentPath(0, TODAY_RING, 1.3)).toBe(
      'M-24.483 -36.559A44 44 0 0 1 24.483 -36.559L13.354 -19.941A24 24 0 0 0 -13.354 -19.941Z',
    )
  })

  it('keeps the same distance to its neighbour on both sides', () => {
    const end = pointsOf(segmentPath(0, NEXT_RING, 1.3))[1]
    const start = pointsOf(segmentPath(1, NEXT_RING, 1.3))[0]
    const between = (36 * Math.PI) / 180
    const axis = { x: Math.sin(between), y: -Math.cos(between) }

    expect(distanceToAxis(end!, axis)).toBeCloseTo(distanceToAxis(start!, axis), 2)
  })

  it('lies all round: the fifth ends where the first begins', () => {
    const start = pointsOf(segmentPath(0, TODAY_RING, 0))[0]
    const end = pointsOf(segmentPath(4, TODAY_RING, 0))[1]

    expect(end!.x).toBeCloseTo(start!.x, 2)
    expect(end!.y).toBeCloseTo(start!.y, 2)
  })
})

describe('the dots of a part', () => {
  it('stand around its middle: one straight above the first part', () => {
    const [dot] = dotPlaces(0, 1)

    expect(dot).toEqual({ x: -4.5, y: -81.5, scale: 0.563 })
  })

  it('go clockwise in the order of the actions', () => {
    const xs = dotPlaces(0, 3).map(({ x }) => x)

    expect(xs).toEqual([...xs].sort((a, b) => a - b))
  })

  it.each([4, 8, 20, 60])('%i of them never overlap, and stay in their part', (count) => {
    const dots = dotPlaces(2, count).map(({ x, y, scale }) => ({
      x: x + 8 * scale,
      y: y + 8 * scale,
      width: 16 * scale,
    }))
    const gaps = dots.slice(1).map((dot, i) => Math.hypot(dot.x - dots[i]!.x, dot.y - dots[i]!.y))
    const angles = dots.map(({ x, y }) => (Math.atan2(x, -y) * 180) / Math.PI)

    // The distance along a chord is a hair less than along the arc.
    expect(Math.min(...gaps)).toBeGreaterThan(dots[0]!.width * 0.97)
    expect(Math.min(...angles)).toBeGreaterThan(108)
    expect(Math.max(...angles)).toBeLessThan(180)
  })

  it('are none for no actions', () => {
    expect(dotPlaces(1, 0)).toEqual([])
  })
})

it('the number of the second part stands to the right, above the middle', () => {
  expect(numberPlace(1)).toEqual({ x: 90.35, y: -29.357 })
})

/** The corners of a segment's path, in order. */
function pointsOf(path: string): readonly { x: number; y: number }[] {
  return [...path.matchAll(/(-?[\d.]+) (-?[\d.]+)(?=[AL]|Z)/g)].map(([, x, y]) => ({
    x: Number(x),
    y: Number(y),
  }))
}

function distanceToAxis(point: { x: number; y: number }, axis: { x: number; y: number }): number {
  return Math.abs(point.x * axis.y - point.y * axis.x)
}
