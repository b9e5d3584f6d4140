/**
 * Which hue each person of a room has: their own, unless someone here has it.
 *
 * A person's own hue comes from their member id, one of six, so that of two people
 * one pair in six shares it. Who comes later then gets one that nobody has had here,
 * else one whose owner has left, else shares. It stays theirs as long as they are here,
 * in every window, and over reconnects as long as nobody here has got it meanwhile.
 * Two tabs of a person are one person.
 */
import { PERSON_COLOURS, type PersonColour } from '../../shared/access/person-colour.ts'
import type { UserId } from '../../shared/ids.ts'

export class Hues {
  readonly #known = new Map<UserId, PersonColour>()

  /** @param here who is in the room now. */
  hueOf(userId: UserId, own: PersonColour, here: ReadonlySet<UserId>): PersonColour {
    const known = this.#known.get(userId)
    const inUse = new Set(
      [...this.#known].flatMap(([id, hue]) => (id !== userId && here.has(id) ? [hue] : [])),
    )
    if (known !== undefined && (here.has(userId) || !inUse.has(known))) return known
    const had = new Set(this.#known.values())
    const byWish = [own, ...PERSON_COLOURS]
    const hue =
      byWish.find((each) => !had.has(each)) ?? byWish.find((each) => !inUse.has(each)) ?? own
    this.#known.set(userId, hue)
    return hue
  }
}
