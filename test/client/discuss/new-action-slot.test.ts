/** Where a new action is suggested: at the end of the actions of its section. */
import { describe, expect, it } from 'vitest'
import { markOfDraft } from '../../../client/discuss/marked-threads.ts'
import { commitmentOfSlot, newActionSlotOf } from '../../../client/discuss/new-action-slot.ts'
import type { MapPlaces } from '../../../client/discuss/place-titles.ts'

const PLACES = [
  { id: 'inclusion', commitment: 'inclusion' },
  { id: 'basics', commitment: null },
] as unknown as MapPlaces
const place = { kind: 'section', sectionId: 'inclusion' } as const

describe('a suggested action', () => {
  it('is written at the end of the actions, about the section', () => {
    const beside = newActionSlotOf(PLACES, 'section:inclusion')
    const mark = markOfDraft({ place, beside, mode: 'suggest' })

    expect(mark.placeName).toBe('new-action:inclusion')
    expect(mark.place).toEqual(place)
    expect(commitmentOfSlot(mark.placeName)).toBe('inclusion')
  })

  it('has no such end in a section without actions', () => {
    expect(newActionSlotOf(PLACES, 'section:basics')).toBeNull()
    expect(markOfDraft({ place, beside: null, mode: 'suggest' }).placeName).toBe(
      'section:inclusion',
    )
  })
})
