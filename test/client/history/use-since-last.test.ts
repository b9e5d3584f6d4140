import { expect, it } from 'vitest'
import { changedByOthers } from '../../../client/history/use-since-last.ts'
import type { ChangedPlaces } from '../../../shared/api/history.ts'

const ME = 'm'.repeat(20)
const speaker = (memberId: string, name: string) => ({ memberId, name, role: 'teacher' as const })
const KARI = speaker('k'.repeat(20), 'Kari')
const VISIT = { last: { seq: 7, atMs: 1000 }, head: 9 }

const changes = (places: ChangedPlaces['places']): ChangedPlaces => ({ places, seq: 9 })

it('tells who changed something since I was here last, each once', () => {
  const news = changedByOthers(
    VISIT,
    changes({
      'field:leadership.today': { by: KARI, atMs: 2000 },
      'field:leadership.next': { by: KARI, atMs: 3000 },
      'field:pupils.next': { by: speaker(ME, 'Me'), atMs: 4000 },
    }),
    ME,
  )

  expect(news).toEqual({ seq: 7, atMs: 1000, names: ['Kari'] })
})

it('tells nothing of my own changes, of older ones, and on my first visit', () => {
  const mine = changes({ 'plan:title': { by: speaker(ME, 'Me'), atMs: 2000 } })
  const older = changes({ 'plan:title': { by: KARI, atMs: 1000 } })
  const nobody = changes({ 'plan:title': { by: null, atMs: 2000 } })

  for (const each of [mine, older, nobody]) expect(changedByOthers(VISIT, each, ME)).toBeNull()
  const first = { last: null, head: 9 }
  expect(changedByOthers(first, changes({ x: { by: KARI, atMs: 2000 } }), ME)).toBeNull()
})
