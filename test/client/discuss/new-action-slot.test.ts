/** Where a new action is suggested: at the end of the actions of its section. */
import { describe, expect, it } from 'vitest'
import { beginAt } from '../../../client/discuss/begun.ts'
import { DRAFT, markOfDraft } from '../../../client/discuss/marked-threads.ts'
import { commitmentOfSlot, newActionSlotOf } from '../../../client/discuss/new-action-slot.ts'
import type { MapPlaces } from '../../../client/discuss/place-titles.ts'

const PLACES = [
  { id: 'inclusion', commitment: 'inclusion' },
  { id: 'basics', commitment: null },
] as unknown as MapPlaces
const place = { kind: 'section', sectionId: 'inclusion' } as const

const markOf = (beside: string | null) =>
  markOfDraft(DRAFT, beginAt({ place, beside, mode: 'suggest', epoch: 1 }))

describe('a suggested action', () => {
  it('is written at the end of the actions, about the section', () => {
    const beside = newActionSlotOf(PLACES, 'section:inclusion')
    const mark = markOf(beside)

    expect(mark.placeName).toBe('new-action:inclusion')
    expect(mark.place).toEqual(place)
    expect(commitmentOfSlot(mark.placeName)).toBe('inclusion')
  })

  it('has no such end in a section without actions', () => {
    expect(newActionSlotOf(PLACES, 'section:basics')).toBeNull()
    expect(markOf(null).placeName).toBe('section:inclusion')
  })
})
