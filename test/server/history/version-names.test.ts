/** What versions may be called, over the API; on both engines. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Version, VersionList } from '../../../shared/api/history.ts'
import { ENGINES, STARTING_POSTGRES_MS } from '../../support/engines.ts'
import { openSchool, type OpenSchool } from '../../support/open-school.ts'
import { type } from '../../support/sync-client.ts'

describe.each(ENGINES)('the name of a version on %s', (engine) => {
  let open: OpenSchool

  beforeEach(async () => {
    open = await openSchool({ engine })
  }, STARTING_POSTGRES_MS)
  afterEach(() => open.close())

  const typeAndSave = async (words: string) => {
    const client = await open.openPlan(open.school.people.teacher)
    type(client.doc, words)
    await client.allSaved()
  }
  const versions = async () => (await open.get<VersionList>('/versions')).versions

  it('takes names as other lines that somebody types: without what no reader sees', async () => {
    await typeAndSave('en')
    const { seq, name } = await open.post<Version>('/versions', { name: ' Til\u202e  rektor ' })

    expect(name).toBe('Til rektor')
    expect([
      await open.tryTo('POST', '/versions', { name: '\u200b' }),
      await open.tryTo('PUT', `/versions/${seq}`, { name: '\u202e' }),
      await open.tryTo('PUT', `/versions/${seq}`, { name: 'x'.repeat(201) }),
    ]).toEqual([400, 400, 400])
    expect((await versions()).map((version) => version.name)).toEqual(['Til rektor'])
  })

  it('takes a name off again: the version stays, and can be named anew', async () => {
    await typeAndSave('en')
    const { seq } = await open.post<Version>('/versions', { name: 'Til rektor' })

    expect(await open.tryTo('PUT', `/versions/${seq}`, { name: null })).toBe(200)
    expect(await versions()).toMatchObject([{ seq, kind: 'automatic', name: null }])
    expect(await open.tryTo('PUT', `/versions/${seq}`, { name: '' })).toBe(400)
    expect(await open.tryTo('PUT', `/versions/${seq + 1}`, { name: null })).toBe(404)
    expect(await open.tryTo('PUT', `/versions/${seq}`, { name: 'Utkast' })).toBe(200)
    expect(await versions()).toMatchObject([{ seq, kind: 'named', name: 'Utkast' }])
  })
})
