/** What every HistoryStore holds to, on whichever database. */
import type { Kysely } from 'kysely'
import { beforeEach, expect, it } from 'vitest'
import {
  type FoundInLog,
  type HistoryStore,
  MAX_NAMED_VERSIONS,
} from '../../server/history/history-store.ts'
import { createKyselyHistoryStore } from '../../server/storage/kysely-history-store.ts'
import { createKyselyPlanStore } from '../../server/storage/kysely-plan-store.ts'
import { createKyselySchoolStore } from '../../server/storage/kysely-school-store.ts'
import type { Tables } from '../../server/storage/schema.ts'
import { FIRST_EPOCH } from '../../server/sync/epoch.ts'
import type { MemberId, PlanId, SchoolId, UserId } from '../../shared/ids.ts'
import { newPlan, newSchool, NOW_MS } from './stored-school.ts'

const A = 'a' as SchoolId
const [P, Q] = ['p' as PlanId, 'q' as PlanId]
const [KARI, OLA] = ['kari' as UserId, 'ola' as UserId]
const KARI_OF_A = 'kari of a' as MemberId
const START = { epoch: FIRST_EPOCH, seq: 0 }
const SPELL = { lastSeq: 7, lastMs: NOW_MS, present: [KARI] }
const NOTHING: FoundInLog = { seq: 7, spell: null, changes: [], versions: [] }
const version = (seq: number, name: string | null = null) => ({
  seq,
  kind: name === null ? ('restore' as const) : ('named' as const),
  name,
  timeMs: NOW_MS + seq,
  userIds: [OLA, KARI],
})

/** Of 1,200 places. */
const changesAt = (seq: number, userId: UserId | null) =>
  Array.from({ length: 1200 }, (_, place) => ({
    place: `field:a.f${String(place).padStart(4, '0')}`,
    userId,
    timeMs: NOW_MS + seq,
    seq,
  }))

export function describeHistoryStore(db: () => Kysely<Tables>): void {
  let store: HistoryStore
  const setHead = (planId: PlanId, head: number) =>
    db().updateTable('plan').set({ head }).where('id', '=', planId).execute()

  beforeEach(async () => {
    store = createKyselyHistoryStore(db())
    const people = [
      ['kari', 'teacher'],
      ['ola', 'leadership'],
    ] as const
    await createKyselySchoolStore(db()).addExampleSchool(newSchool('a', people), 9)
    const plans = createKyselyPlanStore(db())
    await plans.addPlan(newPlan('p', 'a'))
    await plans.addPlan(newPlan('q', 'a'))
    await setHead(P, 9)
  })

  it('know how far a log was read, and save what follows once', async () => {
    const changes = [{ place: 'field:a.b', userId: KARI, timeMs: NOW_MS, seq: 7 }]
    const found = { ...NOTHING, spell: SPELL, changes }

    const before = await store.findReading(P)
    const saved = [await store.saveFound(P, START, found), await store.saveFound(P, START, found)]

    expect(before).toEqual({ ...START, head: 9, spell: null })
    expect(saved).toEqual(['saved', 'moved'])
    expect(await store.findReading(P)).toEqual({ ...START, head: 9, seq: 7, spell: SPELL })
    expect(await store.listChanges(P)).toEqual(changes)
    expect(await store.findReading('none' as PlanId)).toBeNull()
  })

  it('save once what two found at the same time', async () => {
    const all = Array.from({ length: 4 }, () => store.saveFound(P, START, NOTHING))

    expect((await Promise.all(all)).sort()).toEqual(['moved', 'moved', 'moved', 'saved'])
  })

  it('refuse what was read in another epoch', async () => {
    expect(await store.saveFound(P, { epoch: 77, seq: 0 }, NOTHING)).toBe('moved')
    expect(await store.putVersion(P, 77, version(3))).toBe('moved')
    expect([await store.listVersions(P), await store.findReading(P)]).toMatchObject([[], START])
  })

  it('keep of each place the latest change, thousands of them too', async () => {
    await store.saveFound(P, START, { ...NOTHING, changes: changesAt(7, KARI) })
    const later = changesAt(9, null).slice(0, 600)
    await store.saveFound(P, { ...START, seq: 7 }, { ...NOTHING, seq: 9, changes: later })

    expect(await store.listChanges(P)).toEqual([...later, ...changesAt(7, KARI).slice(600)])
    expect(await store.listChanges(Q)).toEqual([])
  })

  it('list what is to be read: logs that went on, and spells that ended', async () => {
    await setHead(Q, 7)
    await store.saveFound(P, START, { ...NOTHING, seq: 9, spell: SPELL })
    await store.saveFound(Q, START, NOTHING)

    expect(await store.listToRead(NOW_MS - 1)).toEqual([])
    expect(await store.listToRead(NOW_MS)).toEqual([P])
    await setHead(Q, 8)
    expect(await store.listToRead(NOW_MS - 1)).toEqual([Q])
    await db().updateTable('plan').set({ state: 'deleted' }).where('id', '=', Q).execute()
    expect(await store.listToRead(NOW_MS - 1)).toEqual([])
  })

  it('keep versions, newest first; a name stays when the same moment is found or pinned', async () => {
    const { kind: _kind, name: _name, ...found } = version(5)
    await store.putVersion(P, FIRST_EPOCH, version(5, 'Til rektor'))
    await store.saveFound(P, START, { ...NOTHING, versions: [found, { ...found, seq: 6 }] })

    const put = [
      await store.putVersion(P, FIRST_EPOCH, version(5)),
      await store.putVersion(P, FIRST_EPOCH, version(6)),
      await store.putVersion(P, FIRST_EPOCH, version(7)),
    ]

    expect(put).toEqual(['put', 'put', 'made'])
    expect(await store.listVersions(P)).toEqual([
      version(7),
      { ...version(6), timeMs: found.timeMs },
      version(5, 'Til rektor'),
    ])
  })

  it('name a version, and take away only a pin without a name', async () => {
    const { kind: _kind, name: _name, ...found } = version(4)
    await store.saveFound(P, START, { ...NOTHING, versions: [found] })
    await store.putVersion(P, FIRST_EPOCH, version(5))
    await store.putVersion(P, FIRST_EPOCH, version(6))

    expect(await store.nameVersion(P, 5, 'Utkast')).toEqual(version(5, 'Utkast'))
    expect(await store.nameVersion(P, 3, 'Utkast')).toBeNull()
    for (const seq of [4, 5, 6]) await store.removePin(P, seq)
    expect((await store.listVersions(P)).map(({ seq, kind }) => [seq, kind])).toEqual([
      [5, 'named'],
      [4, 'automatic'],
    ])
  })

  it('take so many names of a plan and no more, whoever gives them at once', async () => {
    const named = (seq: number) => ({ ...version(seq, `Nr ${seq}`), users: '[]' })
    const rows = Array.from({ length: MAX_NAMED_VERSIONS - 1 }, (_, nth) => named(nth + 100)).map(
      ({ seq, kind, name, timeMs, users }) => ({
        plan_id: P,
        seq,
        kind,
        name,
        time_ms: timeMs,
        users,
      }),
    )
    await db().insertInto('plan_version').values(rows).execute()
    await store.putVersion(P, FIRST_EPOCH, version(5))
    await store.putVersion(P, FIRST_EPOCH, version(6))

    const outcomes = await Promise.all([
      store.nameVersion(P, 5, 'En'),
      store.nameVersion(P, 6, 'To'),
      store.putVersion(P, FIRST_EPOCH, version(7, 'Tre')),
    ])

    expect(outcomes.filter((outcome) => outcome === 'full')).toHaveLength(2)
    expect(await store.nameVersion(P, 100, 'Et annet')).toMatchObject({ name: 'Et annet' })
    expect(await store.putVersion(P, FIRST_EPOCH, version(8))).toBe('made')
    expect(await store.putVersion(Q, FIRST_EPOCH, version(8, 'Annen plan'))).toBe('made')
  })

  it('take a name off: it is as one between spells of writing; a pin stays a pin', async () => {
    await store.putVersion(P, FIRST_EPOCH, version(5, 'Til rektor'))
    await store.putVersion(P, FIRST_EPOCH, version(6))

    expect(await store.nameVersion(P, 5, null)).toEqual({ ...version(5), kind: 'automatic' })
    expect(await store.nameVersion(P, 6, null)).toEqual(version(6))
    expect(await store.nameVersion(P, 3, null)).toBeNull()
    expect(await store.nameVersion(P, 5, 'Til rektor')).toEqual(version(5, 'Til rektor'))
  })

  it('name people as they are called in a school, and leave out whom it does not know', async () => {
    await db().updateTable('member').set({ name: 'Ola N' }).where('user_id', '=', OLA).execute()

    const speakers = await store.listSpeakers(A, [KARI, OLA, 'per' as UserId])

    expect(speakers).toEqual(
      new Map([
        [KARI, { memberId: 'kari of a', name: 'kari', role: 'teacher' }],
        [OLA, { memberId: 'ola of a', name: 'Ola N', role: 'leadership' }],
      ]),
    )
    expect(await store.listSpeakers('b' as SchoolId, [KARI])).toEqual(new Map())
    expect(await store.listSpeakers(A, [])).toEqual(new Map())
  })

  it('remember where a visit ended, and let it end later', async () => {
    await store.endVisits([{ planId: P, memberId: KARI_OF_A, atMs: NOW_MS }])
    const first = await store.beginVisit(P, KARI_OF_A, NOW_MS)
    await setHead(P, 12)
    await store.endVisits([
      { planId: 'none' as PlanId, memberId: KARI_OF_A, atMs: NOW_MS },
      { planId: P, memberId: KARI_OF_A, atMs: NOW_MS + 5 },
    ])
    await setHead(P, 20)

    expect(first).toEqual({ last: null, head: 9 })
    expect(await store.beginVisit(P, KARI_OF_A, NOW_MS + 9)).toEqual({
      last: { seq: 12, atMs: NOW_MS + 5 },
      head: 20,
    })
    // Written anew since.
    await setHead(P, 1)
    expect(await store.beginVisit(P, KARI_OF_A, NOW_MS)).toEqual({ last: null, head: 1 })
    expect(await store.beginVisit('none' as PlanId, KARI_OF_A, NOW_MS)).toBeNull()
  })
}
