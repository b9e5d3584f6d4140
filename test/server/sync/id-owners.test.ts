import { describe, expect, it } from 'vitest'
import { IdOwners } from '../../../server/sync/id-owners.ts'
import type { UserId } from '../../../shared/ids.ts'
import { MAX_ANNOUNCED_IDS } from '../../../shared/protocol/limits.ts'

const kari = 'kari' as UserId
const ola = 'ola' as UserId

const nothing = () => false

describe('client ids', () => {
  it('[O1] are open to everyone until somebody writes under them, then to that person', () => {
    const owners = new IdOwners(new Map(), nothing)
    expect([kari, ola].map((who) => owners.mayUse(who, 7))).toEqual([true, true])

    expect(owners.write(kari, [7])).toEqual({ userId: kari, claimed: [7], released: [] })

    expect([kari, ola].map((who) => owners.mayUse(who, 7))).toEqual([true, false])
    expect(owners.write(kari, [7])).toBeNull()
  })

  it("[O1] of the server are nobody else's", () => {
    const owners = new IdOwners(new Map([[null, [7]]]), nothing)

    expect([kari, ola].map((who) => owners.mayUse(who, 7))).toEqual([false, false])
  })

  it('[O3] are kept for whoever announced them', () => {
    const owners = new IdOwners(new Map(), nothing)

    expect(owners.announce(kari, 7)).toEqual({ userId: kari, claimed: [7], released: [] })
    expect(owners.announce(kari, 7)).toBeNull()

    expect([kari, ola].map((who) => owners.mayUse(who, 7))).toEqual([true, false])
  })

  it('[O4] announced in masses cost only the one who does it, and never what they have used', () => {
    const used = 100
    const owners = new IdOwners(new Map([[ola, [used, 101]]]), (id) => id === used)
    owners.announce(kari, 7)
    owners.write(kari, [7])
    owners.announce(ola, 102)
    owners.write(ola, [102])

    const changes = Array.from({ length: MAX_ANNOUNCED_IDS }, (_, index) =>
      owners.announce(ola, 1000 + index),
    )

    expect(changes.flatMap((change) => change?.released ?? [])).toEqual([101])
    expect([7, used, 101, 102, 1000].map((id) => owners.mayUse(kari, id))).toEqual([
      true,
      false,
      true,
      false,
      false,
    ])
  })
})
