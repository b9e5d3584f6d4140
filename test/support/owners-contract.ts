/** What every UpdateLog keeps of whose client ids are whose (UL12-UL15 of server/sync/SPEC.md). */
import { expect, it } from 'vitest'
import type { UpdateLog } from '../../server/sync/update-log.ts'
import type { UserId } from '../../shared/ids.ts'

/** @param openWith a fresh log with these plans, empty. */
export function describeOwners(openWith: (...planIds: string[]) => Promise<UpdateLog>): void {
  it('[UL12] keeps whose ids those claimed with updates are, plan by plan', async () => {
    const log = await openWith('p', 'q')

    await log.append([claiming('p', 'kari', 1, 4_294_967_295), claiming('q', 'ola', 1)])
    await log.append([claiming('p', 'kari', 2)])
    await log.appendAt(2, claiming('p', null, 3))

    expect((await log.load('p')).owners).toEqual(
      new Map<string | null, number[]>([
        ['kari', [1, 4_294_967_295, 2]],
        [null, [3]],
      ]),
    )
    expect((await log.load('q')).owners).toEqual(new Map([['ola', [1]]]))
  })

  it('[UL13] lets an id that has an owner keep it, and stores the update all the same', async () => {
    const log = await openWith('p')
    await log.append([claiming('p', 'kari', 7)])
    await log.append([claiming('p', 'ola', 7, 8)])

    const { head, owners } = await log.load('p')

    expect(head).toBe(2)
    expect(owners).toEqual(
      new Map([
        ['kari', [7]],
        ['ola', [8]],
      ]),
    )
  })

  it('[UL15] changes owners without an update, and lets go of an owner only its own ids', async () => {
    const log = await openWith('p')
    const change = (userId: string, claimed: number[], released: number[]) =>
      log.append([
        { planId: 'p', updates: [], owners: [{ userId: userId as UserId, claimed, released }] },
      ])

    expect(await change('kari', [1, 2], [])).toEqual([{ kind: 'stored', first: 1 }])
    await change('kari', [3], [1])
    await change('ola', [], [2])

    expect(await log.head('p')).toBe(0)
    expect((await log.load('p')).owners).toEqual(new Map([['kari', [2, 3]]]))
  })

  it('[UL14] stores no owner without the update', async () => {
    const log = await openWith('p')

    await log.append([claiming('nobody', 'kari', 1)])
    await log.appendAt(5, claiming('p', 'kari', 2))

    expect((await log.load('p')).owners).toEqual(new Map())
  })
}

function claiming(planId: string, userId: string | null, ...claimedIds: number[]) {
  return {
    planId,
    updates: [{ timeMs: 1000, userId: null, clientIds: [], bytes: Uint8Array.of(1) }],
    owners: [{ userId: userId as UserId | null, claimed: claimedIds, released: [] }],
  }
}
