import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { personColour } from '../../../shared/access/person-colour.ts'
import { createTickets } from '../../../server/plans/tickets.ts'
import { createId, type PlanId, type UserId } from '../../../shared/ids.ts'

const holder = { userId: 'u' as UserId, sessionHash: 's', planId: 'p' as PlanId }

describe('a ticket', () => {
  it('lets its holder in once', () => {
    const tickets = createTickets(() => 0, randomBytes)
    const { ticket } = tickets.issue(holder)

    expect(tickets.redeem(ticket, 'p')).toMatchObject(holder)
    expect(tickets.redeem(ticket, 'p')).toBeNull()
  })

  it('is for one plan, and spent on the wrong one', () => {
    const tickets = createTickets(() => 0, randomBytes)
    const { ticket } = tickets.issue(holder)

    expect(tickets.redeem(ticket, 'other')).toBeNull()
    expect(tickets.redeem(ticket, 'p')).toBeNull()
  })

  it('lasts sixty seconds', () => {
    let nowMs = 1000
    const tickets = createTickets(() => nowMs, randomBytes)
    const inTime = tickets.issue(holder)
    const tooLate = tickets.issue(holder)

    nowMs += 59_999
    expect(tickets.redeem(inTime.ticket, 'p')).toMatchObject(holder)
    nowMs += 1
    expect(tickets.redeem(tooLate.ticket, 'p')).toBeNull()
    expect(tooLate.expiresAtMs).toBe(61_000)
  })
})

describe('the colour of a person', () => {
  it('is always the same, and all six are in use', () => {
    const colours = Array.from({ length: 200 }, () => personColour(createId(randomBytes)))

    expect(new Set(colours).size).toBe(6)
    expect(personColour('ternv4g00000000000m1')).toBe(personColour('ternv4g00000000000m1'))
  })
})
