/**
 * One-time tickets for the sync socket, for programs that cannot send cookies.
 *
 * In memory only: a minute is shorter than any restart is worth. A ticket names
 * person, session and plan; the right is asked again when it is used.
 */
import type { PlanId, RandomBytes, UserId } from '../../shared/ids.ts'
import { createToken } from '../people/tokens.ts'

/** How long a ticket waits to be used. */
const TICKET_MS = 60_000

export interface TicketHolder {
  readonly userId: UserId
  readonly sessionHash: string
  readonly planId: PlanId
}

export type Tickets = ReturnType<typeof createTickets>

export function createTickets(nowMs: () => number, random: RandomBytes) {
  const holders = new Map<string, TicketHolder & { readonly expiresAtMs: number }>()

  const dropExpired = () => {
    // In the order they were made, so the first that is alive ends the search.
    for (const [ticket, { expiresAtMs }] of holders) {
      if (expiresAtMs > nowMs()) return
      holders.delete(ticket)
    }
  }

  return {
    issue(holder: TicketHolder): { readonly ticket: string; readonly expiresAtMs: number } {
      dropExpired()
      const ticket = createToken(random)
      const expiresAtMs = nowMs() + TICKET_MS
      holders.set(ticket, { ...holder, expiresAtMs })
      return { ticket, expiresAtMs }
    },

    /**
     * Who holds this ticket for this plan; null when there is none, it is used or too old. It is
     * used up in any case.
     */
    redeem(ticket: string, planId: string): TicketHolder | null {
      const holder = holders.get(ticket)
      holders.delete(ticket)
      return holder && holder.planId === planId && holder.expiresAtMs > nowMs() ? holder : null
    },
  }
}
