/** Versions, moments, visits and going back over the API, with real sockets; on both engines. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { MyData } from '../../../shared/api/erasure.ts'
import type {
  PlanMoment,
  Restored,
  Version,
  VersionList,
  Visit,
} from '../../../shared/api/history.ts'
import { createId } from '../../../shared/ids.ts'
import { fieldText, planMap } from '../../../shared/plan/plan-doc.ts'
import { plainText } from '../../../shared/text/plain-text.ts'
import { ENGINES, STARTING_POSTGRES_MS } from '../../support/engines.ts'
import { openSchool, type OpenSchool } from '../../support/open-school.ts'
import { type SyncClient, type, written } from '../../support/sync-client.ts'
import type { TestPerson } from '../../support/test-people.ts'
import { until } from '../../support/until.ts'

/** Sixty answers with this status, and one too many. */
const sixty = (status: number) => [...Array.from({ length: 60 }, () => status), 429]

const NOWHERE = { kind: 'action', actionId: createId(() => new Uint8Array(20)) }

describe.each(ENGINES)('the history over the API on %s', (engine) => {
  let open: OpenSchool
  let coordinator: TestPerson
  let kari: TestPerson
  let hers: SyncClient

  beforeEach(async () => {
    open = await openSchool({ engine })
    coordinator = open.school.people.coordinator
    kari = open.school.people.teacher
    hers = await open.openPlan(kari)
  }, STARTING_POSTGRES_MS)
  afterEach(() => open.close())

  const typeAndSave = async (words: string, client = hers) => {
    type(client.doc, words)
    await client.allSaved()
  }
  const versions = async () => (await open.get<VersionList>('/versions')).versions
  const head = async () => (await open.get<VersionList>('/versions')).head
  const moment = (seq: number) => open.get<PlanMoment>(`/moments/${seq}`)
  const wordsAt = async (seq: number) =>
    plainText((await moment(seq)).plan.texts['leadership.today'] ?? [])
  const goBack = (seq: number, what: object = { kind: 'plan' }, who = kari) =>
    open.post<Restored>('/restore', { seq, what }, who)

  it('has a version at the end of each spell of writing, with who wrote in it', async () => {
    open.later(15)
    await typeAndSave('en')
    open.later(3)
    const his = await open.openPlan(coordinator)
    await typeAndSave(' to', his)
    const during = await versions()
    open.later(11)

    const after = await versions()

    const [taken, made] = during
    expect(during.map(({ kind, by }) => [kind, by.map(({ name }) => name)])).toEqual([
      ['automatic', [kari.name]],
      ['automatic', [coordinator.name]],
    ])
    expect(await wordsAt(taken!.seq)).toBe('en')
    expect(made!.seq).toBe(1)
    expect(after.slice(1)).toEqual(during)
    expect(after[0]).toMatchObject({ seq: await head(), by: [{ name: coordinator.name }] })
    expect(await versions()).toEqual(after)
  })

  it('is read once by those who ask at the same time', async () => {
    await typeAndSave('en')
    const all = await Promise.all([versions(), versions(), versions(), versions()])

    expect(all.every((one) => JSON.stringify(one) === JSON.stringify(all[0]))).toBe(true)
    const read = await open.app.database.db.selectFrom('plan_history_read').selectAll().execute()
    expect(read).toMatchObject([{ plan_id: open.planId, seq: await head() }])
  })

  it('takes names for now, for then, and others for them', async () => {
    await typeAndSave('en')
    const then = await head()
    await typeAndSave(' to')

    const now = await open.post<Version>('/versions', { name: 'Til rektor' }, kari)
    const early = await open.post<Version>('/versions', { name: 'Utkast', seq: then })

    const by = [{ name: kari.name }, { name: coordinator.name }]
    expect(now).toMatchObject({ kind: 'named', name: 'Til rektor', by })
    expect(await wordsAt(now.seq)).toBe('en to')
    expect(await wordsAt(early.seq)).toBe('en')
    expect(await open.tryTo('PUT', `/versions/${then}`, { name: 'Første utkast' })).toBe(200)
    expect((await versions()).map(({ name }) => name)).toEqual(['Til rektor', 'Første utkast'])
    open.later(11)
    // What ended there has a name already.
    expect(await versions()).toHaveLength(2)
  })

  it('says that there is no such moment, version, section, action', async () => {
    const beyond = (await head()) + 1
    expect([
      await open.tryTo('GET', `/moments/${beyond}`),
      await open.tryTo('GET', '/moments/0'),
      await open.tryTo('GET', '/moments/99999999999999999999'),
      await open.tryTo('POST', '/versions', { name: 'A', seq: beyond }),
      await open.tryTo('PUT', '/versions/1', { name: 'A' }),
      await open.tryTo('POST', '/restore', { seq: beyond, what: { kind: 'plan' } }),
      await open.tryTo('POST', '/restore', { seq: 1, what: NOWHERE }),
      await open.tryTo('POST', '/restore', { seq: 1, what: { kind: 'section', sectionId: 'x' } }),
      await open.tryTo('POST', '/restore', { seq: 1, what: { kind: 'everything' } }),
      await open.tryTo('POST', '/restore', { seq: 2 ** 53, what: { kind: 'plan' } }),
      await open.tryTo('POST', '/versions', { name: 'A', seq: 2 ** 53 }),
    ]).toEqual([404, 400, 400, 404, 404, 404, 404, 404, 400, 400, 400])
    expect(await versions()).toEqual([])
    expect(await head()).toBe(beyond - 1)
  })

  it('is not asked for without end by one person', { timeout: 60_000 }, async () => {
    const ask = async (method: 'GET' | 'POST', path: string, body?: object) => {
      const asked = Array.from({ length: 61 }, () => open.tryTo(method, path, body, kari))
      return (await Promise.all(asked)).sort((a, b) => a - b)
    }

    expect(await ask('GET', '/moments/1')).toEqual(sixty(200))
    expect(await ask('GET', '/authors')).toEqual(sixty(200))
    expect(await ask('GET', '/export/md')).toEqual(sixty(200))
    const beyond = { seq: 999, what: { kind: 'plan' } }
    expect(await ask('POST', '/restore', beyond)).toEqual(sixty(404))
    expect(await open.tryTo('GET', '/moments/1', undefined, coordinator)).toBe(200)
  })

  it('[H5] goes back forward: the plan says what it said, and one can go back from that', async () => {
    planMap(hers.doc).set('title', 'Første')
    await typeAndSave('slik var det')
    const then = await head()
    planMap(hers.doc).set('title', 'Andre')
    await typeAndSave(', og mer')
    const before = await head()

    const { seq } = await goBack(then)

    const [was, is] = [await moment(then), await moment(seq)]
    expect(is.restorableHash).toBe(was.restorableHash)
    expect(is.plan.title).toBe('Første')
    await until('her page shows it', () => written(hers.doc) === 'slik var det')
    expect(await versions()).toMatchObject([{ seq: before, kind: 'restore', name: null }])
    const again = await goBack(before)
    expect((await moment(again.seq)).restorableHash).toBe((await moment(before)).restorableHash)
    expect(hers.closeCode()).toBeNull()
    await typeAndSave('!')
  })

  it('[W8] writes and pins nothing where the plan says so already', async () => {
    await typeAndSave('slik er det')
    const now = await head()

    expect(await goBack(now)).toEqual({ seq: now })
    expect([await head(), await versions()]).toEqual([now, []])
    open.later(11)
    const ended = await versions()
    await goBack(now)
    expect(await open.tryTo('POST', '/restore', { seq: now, what: NOWHERE })).toBe(404)
    expect([await versions(), ended.map(({ kind }) => kind)]).toEqual([ended, ['automatic']])
  })

  it('lets live what somebody types while it is gone back', async () => {
    await typeAndSave('slik var det')
    const then = await head()
    await typeAndSave(', og mer')
    const away = await open.openPlan(coordinator)
    await away.close()
    // What he types on what she is about to take back.
    type(away.doc, ' (Ola)')

    const { seq } = await goBack(then)
    const his = await open.openPlan(coordinator, away.doc)
    await his.allSaved()

    await until('all read the same', () => written(his.doc) === written(hers.doc))
    expect(written(hers.doc)).toBe('slik var det (Ola)')
    expect((await moment(seq)).restorableHash).toBe((await moment(then)).restorableHash)
    expect(his.closeCode()).toBeNull()
  })

  it('goes back in one section, by whom the log then names', async () => {
    await typeAndSave('slik var det')
    const then = await head()
    await typeAndSave(', og mer')
    const other = fieldText(hers.doc, 'pupils.today').get(0) as Y.XmlElement
    other.insert(0, [new Y.XmlText('Elevene')])
    await hers.allSaved()

    const { seq } = await goBack(then, { kind: 'section', sectionId: 'leadership' }, coordinator)

    const { plan } = await moment(seq)
    expect(plainText(plan.texts['leadership.today'] ?? [])).toBe('slik var det')
    expect(plainText(plan.texts['pupils.today'] ?? [])).toBe('Elevene')
    const { db } = open.app.database
    const row = await db
      .selectFrom('plan_update')
      .select('user_id')
      .where('seq', '=', seq)
      .executeTakeFirstOrThrow()
    expect(row.user_id).toBe(coordinator.userId)
  })

  it('knows when somebody was last here: where the last of their windows closed', async () => {
    const visit = (who = kari) => open.post<Visit>('/visit', undefined, who)
    const first = await visit()
    const second = await open.openPlan(kari)
    await typeAndSave('en')
    const sameVisit = await visit()
    await hers.close()
    await typeAndSave(' to', second)
    const ended = await head()
    open.later(5)
    const { db } = open.app.database
    const visits = () => db.selectFrom('plan_visit').select(['seq', 'time_ms']).execute()
    const atMs = open.app.clock.nowMs
    await second.close()
    await until('the end is stored', async () => (await visits())[0]?.seq === ended)
    open.later(60)
    await typeAndSave(' tre', await open.openPlan(coordinator))

    expect(first).toEqual({ last: null, head: 1 })
    expect(sameVisit.last).toBeNull()
    expect(await visit()).toEqual({ last: { seq: ended, atMs }, head: await head() })
    expect((await visit(coordinator)).last).toBeNull()
    const mine = await open.app.send({ url: '/api/me/data', cookie: kari.cookie })
    expect(mine.json<MyData>().memberships[0]?.visits).toMatchObject([{ planId: open.planId }])
  })
})
