/** Who wrote what: from the server's own record, whatever browsers do. Real sockets, two people. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { ChangedPlaces, TextAuthors } from '../../../shared/api/history.ts'
import { planMap } from '../../../shared/plan/plan-doc.ts'
import { openSchool, type OpenSchool } from '../../support/open-school.ts'
import { type SyncClient, type, written } from '../../support/sync-client.ts'
import { addTestMember, type TestPerson } from '../../support/test-people.ts'
import { until } from '../../support/until.ts'

const FIELD = 'field:leadership.today'

let open: OpenSchool
let kari: TestPerson
let ola: TestPerson

beforeEach(async () => {
  open = await openSchool()
  kari = open.school.people.teacher
  ola = await addTestMember(open.app, open.school, 'teacher')
})
afterEach(() => open.close())

/** The names of those who changed these places last. */
async function changedBy(...places: readonly string[]) {
  const changes = await open.get<ChangedPlaces>('/changes')
  return places.map((place) => changes.places[place]?.by?.memberId ?? null)
}

/** Of the field: how many letters in a row are whose. */
async function lettersBy() {
  const { people, texts } = await open.get<TextAuthors>('/authors')
  return (texts[FIELD] ?? []).map(([length, who]) => [length, people[who]?.memberId ?? null])
}

async function typeAndSave(client: SyncClient, words: string): Promise<void> {
  type(client.doc, words)
  await client.allSaved()
}

describe('[H4] who wrote what', () => {
  it('is told for each place and each letter, and survives a reload', async () => {
    const hers = await open.openPlan(kari)
    await typeAndSave(hers, 'Kari')
    await hers.close()
    const again = await open.openPlan(kari)
    planMap(again.doc).set('title', 'Karis plan')
    await typeAndSave(again, ' igjen')
    const his = await open.openPlan(ola)
    await typeAndSave(his, ' og Ola')

    expect(await lettersBy()).toEqual([
      [10, kari.memberId],
      [7, ola.memberId],
    ])
    expect(await changedBy(FIELD, 'plan:title', 'plan:language')).toEqual([
      ola.memberId,
      kari.memberId,
      open.school.people.coordinator.memberId,
    ])
  })

  it('survives writing offline: what comes late is theirs, and who came between keeps their own', async () => {
    const hers = await open.openPlan(kari)
    await typeAndSave(hers, 'Før')
    await hers.close()
    type(hers.doc, ' på toget')
    planMap(hers.doc).set('periodEnd', '2028-06-30')
    const his = await open.openPlan(ola)
    planMap(his.doc).set('title', 'Olas plan')
    await typeAndSave(his, ' Ola')

    const back = await open.openPlan(kari, hers.doc)
    await back.allSaved()

    const letters = await lettersBy()
    const of = (who: TestPerson) =>
      letters.reduce((sum, [length, by]) => sum + (by === who.memberId ? Number(length) : 0), 0)
    expect([of(kari), of(ola)]).toEqual(['Før på toget'.length, ' Ola'.length])
    expect(await changedBy(FIELD, 'plan:title', 'plan:periodEnd')).toEqual([
      kari.memberId,
      ola.memberId,
      kari.memberId,
    ])
  })

  it('survives two tabs that pass each other’s text on', async () => {
    const [one, two] = [await open.openPlan(kari), await open.openPlan(kari)]
    await typeAndSave(one, 'fane en')
    await until('the other tab has it', () => written(two.doc) === 'fane en')
    two.sendUpdate(Y.encodeStateAsUpdate(two.doc))
    await typeAndSave(two, ', fane to')

    expect(await lettersBy()).toEqual([[16, kari.memberId]])
    expect(await changedBy(FIELD)).toEqual([kari.memberId])
  })

  it('is right when somebody replays another’s bytes, with bytes of their own or without', async () => {
    const hers = await open.openPlan(kari)
    planMap(hers.doc).set('title', 'Karis plan')
    await typeAndSave(hers, 'Kari skrev dette')
    const his = await open.openPlan(ola)
    await until('he has it', () => written(his.doc) === 'Kari skrev dette')

    his.sendUpdate(Y.encodeStateAsUpdate(his.doc))
    planMap(his.doc).set('periodEnd', '2028-06-30')
    his.sendUpdate(Y.encodeStateAsUpdate(his.doc))
    await his.allSaved()

    expect(his.closeCode()).toBeNull()
    expect(await changedBy(FIELD, 'plan:title', 'plan:periodEnd')).toEqual([
      kari.memberId,
      kari.memberId,
      ola.memberId,
    ])
    expect(await lettersBy()).toEqual([[16, kari.memberId]])
  })

  it('is right when somebody brings what another wrote and has not sent yet', async () => {
    const hers = await open.openPlan(kari)
    await typeAndSave(hers, 'Kari')
    await hers.close()
    const stolen: Uint8Array[] = []
    hers.doc.on('update', (update: Uint8Array) => stolen.push(update))
    type(hers.doc, ' hemmelig')
    const his = await open.openPlan(ola)

    his.sendUpdate(stolen[0]!)

    // Her id is hers: he is refused, and she brings it herself.
    expect(await his.closed()).toBe(4400)
    await (await open.openPlan(kari, hers.doc)).allSaved()
    expect(await lettersBy()).toEqual([[13, kari.memberId]])
  })

  it('names a gone person by their role', async () => {
    const hers = await open.openPlan(kari)
    await typeAndSave(hers, 'Kari')
    await hers.close()
    const reply = await open.app.send({
      method: 'POST',
      url: `/api/members/${kari.memberId}/erase`,
      cookie: open.school.people.coordinator.cookie,
      body: { name: kari.name },
    })
    expect(reply.statusCode).toBe(204)

    const { places } = await open.get<ChangedPlaces>('/changes')
    const { people } = await open.get<TextAuthors>('/authors')

    const former = { memberId: kari.memberId, name: 'tidligere lærer', role: 'teacher' }
    expect(places[FIELD]?.by).toEqual(former)
    expect(people).toContainEqual(former)
  })
})
