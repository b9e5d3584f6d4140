import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layOutNotes, NOTE_GAP, type PlacedNote } from '../../../client/discuss/note-layout.ts'

const note = (id: string, top: number, height = 100): PlacedNote => ({ id, top, height })
const topsOf = (notes: readonly PlacedNote[], chosen: string | null, from = 0) =>
  Object.fromEntries(layOutNotes(notes, chosen, from).tops)

describe('notes in the margin', () => {
  it('stand at their places when there is room', () => {
    expect(topsOf([note('a', 0), note('b', 300)], null)).toEqual({ a: 0, b: 300 })
  })

  it('give way downwards when there is none', () => {
    expect(topsOf([note('a', 50), note('b', 60), note('c', 70)], null)).toEqual({
      a: 50,
      b: 50 + 100 + NOTE_GAP,
      c: 50 + 2 * (100 + NOTE_GAP),
    })
  })

  it('let the chosen one stand at its line, and those before it give way upwards', () => {
    expect(topsOf([note('a', 300), note('b', 310), note('c', 320)], 'b')).toEqual({
      a: 310 - NOTE_GAP - 100,
      b: 310,
      c: 310 + 100 + NOTE_GAP,
    })
  })

  it('have the chosen one as near as it can be when there is no room above', () => {
    expect(topsOf([note('a', 0), note('b', 10)], 'b')).toEqual({ a: 0, b: 100 + NOTE_GAP })
  })

  it('stand below the head of the margin', () => {
    expect(topsOf([note('a', 0)], 'a', 50)).toEqual({ a: 50 })
  })

  it('never lie over another, whichever is chosen, and stay in their order', () => {
    const placed = fc
      .array(fc.record({ top: fc.nat(400), height: fc.integer({ min: 1, max: 150 }) }), {
        maxLength: 12,
      })
      .map((all) =>
        all
          .toSorted((a, b) => a.top - b.top)
          .map(({ top, height }, at) => note(String(at), top, height)),
      )
    fc.assert(
      fc.property(placed, fc.nat(12), fc.nat(60), (notes, chosen, from) => {
        const { tops, end } = layOutNotes(notes, String(chosen), from)

        let least = from
        for (const { id, height } of notes) {
          const top = tops.get(id) ?? -1
          expect(top).toBeGreaterThanOrEqual(least)
          least = top + height + NOTE_GAP
        }
        expect(end).toBe(notes.length === 0 ? 0 : least - NOTE_GAP)
      }),
    )
  })

  it('have the chosen one exactly at its line whenever those before it fit above', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(300), { minLength: 1, maxLength: 8 }), fc.nat(7), (all, at) => {
        const notes = all.toSorted((a, b) => a - b).map((top, id) => note(String(id), top, 20))
        const chosen = notes[at % notes.length]
        if (!chosen) throw new Error('no note')
        const needed = notes.indexOf(chosen) * (20 + NOTE_GAP)

        const top = layOutNotes(notes, chosen.id).tops.get(chosen.id)

        expect(top).toBe(Math.max(chosen.top, needed))
      }),
    )
  })
})
