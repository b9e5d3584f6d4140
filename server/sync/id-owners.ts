/**
 * Whose Yjs client ids those of a plan are (rules O1-O7 of SPEC.md).
 *
 * An id is somebody's from the moment they announce it, before anyone else can have
 * heard of it, or else from the first update under it; the log keeps that. Without
 * owners one update under a colleague's id would make Yjs ignore what that
 * colleague writes next, without a word.
 */
import type { UserId } from '../../shared/ids.ts'
import { MAX_ANNOUNCED_IDS } from '../../shared/protocol/limits.ts'
import type { OwnerChange, StoredOwners } from './update-log.ts'

export class IdOwners {
  readonly #owners = new Map<number, UserId | null>()
  /** By person, oldest first: what they announced and have not written under. */
  readonly #unused = new Map<UserId, Set<number>>()

  /** @param isUsed has anything been written under this id? */
  constructor(stored: StoredOwners, isUsed: (clientId: number) => boolean) {
    for (const [userId, clientIds] of stored) {
      for (const clientId of clientIds) {
        this.#owners.set(clientId, userId)
        if (userId !== null && !isUsed(clientId)) this.#unusedOf(userId).add(clientId)
      }
    }
  }

  /** May this person write under the id: is it theirs, or nobody's? */
  mayUse(userId: UserId, clientId: number): boolean {
    const owner = this.#owners.get(clientId)
    return owner === undefined || owner === userId
  }

  /** null: the server's own, or nobody's. */
  ownerOf(clientId: number): UserId | null {
    return this.#owners.get(clientId) ?? null
  }

  /** They write under these ids from now on. null: nothing to store. */
  write(userId: UserId | null, clientIds: readonly number[]): OwnerChange | null {
    const claimed = clientIds.filter((clientId) => !this.#owners.has(clientId))
    for (const clientId of claimed) this.#owners.set(clientId, userId)
    const unused = userId === null ? undefined : this.#unused.get(userId)
    if (unused) for (const clientId of clientIds) unused.delete(clientId)
    return claimed.length === 0 ? null : { userId, claimed, released: [] }
  }

  /**
   * They say that this is their id, and it is nobody else's. Of those that someone
   * announced and never used the oldest are let go. null: nothing to store.
   */
  announce(userId: UserId, clientId: number): OwnerChange | null {
    if (this.#owners.has(clientId)) return null
    this.#owners.set(clientId, userId)
    const unused = this.#unusedOf(userId)
    unused.add(clientId)
    const released = [...unused].slice(0, Math.max(0, unused.size - MAX_ANNOUNCED_IDS))
    for (const old of released) {
      unused.delete(old)
      this.#owners.delete(old)
    }
    return { userId, claimed: [clientId], released }
  }

  #unusedOf(userId: UserId): Set<number> {
    const unused = this.#unused.get(userId) ?? new Set()
    this.#unused.set(userId, unused)
    return unused
  }
}
