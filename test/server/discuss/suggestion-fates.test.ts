/** What the row says and what the text says about a suggestion, whatever comes between the two. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createSuggestions, type SettledBy } from '../../../server/discuss/suggestions.ts'
import type { ThreadStore } from '../../../server/discuss/thread-store.ts'
import { createMemoryUpdateLog } from '../../../server/storage/memory-update-log.ts'
import { FIRST_EPOCH } from '../../../server/sync/epoch.ts'
import type { ThreadPlace } from '../../../shared/discuss/thread-place.ts'
import { Failure } from '../../../shared/failure.ts'
import type { ThreadId, UserId } from '../../../shared/ids.ts'
import { plainText } from '../../../shared/text/plain-text.ts'
import { ENGINES } from '../../support/engines.ts'
import { by, comment, openThreadStore, P } from '../../support/stored-threads.ts'
import { anchorIn, docOf, FIELD, ON_FIELD } from '../../support/suggested-plan.ts'
import { PLAN_ID, seed, startSync, type SyncHarness } from '../../support/sync-harness.ts'
import { useDatabase } from '../../support/use-database.ts'

const CHANGE = { kind: 'words', words: 'Elevene får svar.' } as const
const PLAN = {
  ...P,
  state: 'active',
  epoch: 1,
  restoredEpoch: null,
  template: { id: 't', version: 1 },
} as const

const asKari = (name = 'kari'): SettledBy => ({ ...by(name), userId: name as UserId })

describe.each(ENGINES)('a suggestion on %s', (engine) => {
  const db = useDatabase(engine)
  let harness: SyncHarness
  let log: ReturnType<typeof createMemoryUpdateLog>
  let store: ThreadStore
  let notices = 0

  beforeEach(async () => {
    log = createMemoryUpdateLog()
    log.addPlan(PLAN_ID)
    harness = await startSync({ log })
    await seed(harness.server)
    store = (await openThreadStore(db())).store
    const thread = comment('t', { place: ON_FIELD, body: null, change: CHANGE })
    expect(await store.addThread(P, thread, by('marit'))).toBe('changed')
    notices = 0
  })
  afterEach(() => harness.stop())

  /** @param meanwhile comes between what is read of a suggestion and what is written of it. */
  const suggestionsOver = (
    settleSuggestion?: ThreadStore['settleSuggestion'],
    meanwhile: () => Promise<unknown> = () => Promise.resolve(),
  ) =>
    createSuggestions({
      store: settleSuggestion ? { ...store, settleSuggestion } : store,
      rooms: {
        // The log has a plan of its own here.
        async appendAsServer(_planId, change, author) {
          await meanwhile()
          return harness.server.appendAsServer(PLAN_ID, change, author)
        },
        notifyPlan: () => void (notices += 1),
      },
    })
  const state = async () => (await store.findSuggestion(P, 't'))?.state
  const text = async () =>
    plainText((await harness.server.readPlan(PLAN_ID)).plan.texts[FIELD] ?? [])

  /** On all the words of the field. */
  const onAll = async () => {
    const updates = await log.read(PLAN_ID, 0)
    const anchor = anchorIn(
      docOf(updates.map(({ bytes }) => bytes)),
      { fieldId: FIELD },
      CHANGE.words,
    )
    return { ...ON_FIELD, anchor } as ThreadPlace
  }

  it('[T19] leaves the text again when the row says no after all', async () => {
    const suggestions = suggestionsOver()

    // A guest: their right was taken after the request was let in.
    await expect(suggestions.accept(PLAN, 't', asKari('gro'))).rejects.toMatchObject({
      code: 'access-denied',
    })

    expect([await state(), await text(), notices]).toEqual(['open', '', 0])
  })

  it('[T19] is open and stale after a crash between the text and the row', async () => {
    const crashed = {
      kind: 'suggestion',
      threadId: 't' as ThreadId,
      place: ON_FIELD,
      change: CHANGE,
      epoch: FIRST_EPOCH,
    } as const
    await harness.server.appendAsServer(PLAN_ID, crashed, { userId: 'kari' as UserId })
    const suggestions = suggestionsOver()

    await expect(suggestions.accept(PLAN, 't', asKari())).rejects.toMatchObject({
      code: 'suggestion-stale',
    })

    expect([await state(), await text()]).toEqual(['open', CHANGE.words])
  })

  it('[T19] is accepted when it was, and only the answer of the database was lost', async () => {
    const suggestions = suggestionsOver(async (...asked) => {
      await store.settleSuggestion(...asked)
      throw new Failure('storage-unavailable', 'the way broke')
    })

    await suggestions.accept(PLAN, 't', asKari())

    expect([await state(), await text(), notices]).toEqual(['accepted', CHANGE.words, 1])
  })

  it('[T19] leaves the text again when the database is gone in between', async () => {
    const suggestions = suggestionsOver(() =>
      Promise.reject(new Failure('storage-unavailable', 'the way broke')),
    )

    await expect(suggestions.accept(PLAN, 't', asKari())).rejects.toMatchObject({
      code: 'storage-unavailable',
    })

    expect([await state(), await text()]).toEqual(['open', ''])
  })

  it('[T19] that was redacted since cannot be taken back', async () => {
    const suggestions = suggestionsOver()
    await suggestions.accept(PLAN, 't', asKari())
    await db().updateTable('thread').set({ applied: null }).execute()

    await expect(suggestions.takeBack(PLAN, 't', asKari())).rejects.toMatchObject({
      code: 'suggestion-stale',
    })

    expect([await state(), await text()]).toEqual(['accepted', CHANGE.words])
  })

  const redact = () => harness.server.redactPlan(PLAN_ID, { text: 'svar', replacement: '…' })

  describe('while something is taken out of the plan', () => {
    it('[T21] is not written as it was read before', async () => {
      const suggestions = suggestionsOver(undefined, redact)

      await expect(suggestions.accept(PLAN, 't', asKari())).rejects.toMatchObject({
        code: 'epoch-changed',
      })

      expect([await state(), await text()]).toEqual(['open', ''])
    })

    it('[T21] is not taken back into words that went meanwhile', async () => {
      const before = await accepted()
      const suggestions = suggestionsOver(undefined, redact)

      await expect(suggestions.takeBack(PLAN, 't', asKari())).rejects.toMatchObject({
        code: 'epoch-changed',
      })

      expect([await store.findSuggestion(P, 't'), await text()]).toEqual([before, 'Elevene får ….'])
    })
  })

  const toldToWhoSuggested = async () => {
    const told = db().selectFrom('notification').select('kind')
    const rows = await told.where('member_id', '=', by('marit').memberId).execute()
    return rows.map(({ kind }) => kind)
  }
  const accepted = async () => {
    await suggestionsOver().accept(PLAN, 't', asKari())
    expect(await toldToWhoSuggested()).toEqual(['accepted'])
    return store.findSuggestion(P, 't')
  }

  describe('taken back', () => {
    const unavailable = new Failure('storage-unavailable', 'the way broke')

    it('[T20] stands in the plan when the row cannot say that it does not', async () => {
      await accepted()
      const suggestions = suggestionsOver(() => Promise.reject(unavailable))

      await expect(suggestions.takeBack(PLAN, 't', asKari())).rejects.toBe(unavailable)

      expect([await state(), await text()]).toEqual(['accepted', CHANGE.words])
    })

    it('[T20] is gone when it went, and only the answer of the database was lost', async () => {
      await accepted()
      const suggestions = suggestionsOver(async (...asked) => {
        await store.settleSuggestion(...asked)
        throw unavailable
      })

      await suggestions.takeBack(PLAN, 't', asKari())

      expect([await state(), await text()]).toEqual(['taken-back', ''])
    })

    it('[T20] is accepted again, by whom it was, when the words cannot be taken out', async () => {
      const before = await accepted()
      const retold = { ...CHANGE, words: 'Elevene må få svar.' }
      await harness.server.appendAsServer(
        PLAN_ID,
        {
          kind: 'suggestion',
          threadId: 'u' as ThreadId,
          place: await onAll(),
          change: retold,
          epoch: FIRST_EPOCH,
        },
        { userId: 'ola' as UserId },
      )
      notices = 0

      await expect(suggestionsOver().takeBack(PLAN, 't', asKari('ola'))).rejects.toMatchObject({
        code: 'suggestion-stale',
      })

      expect([await store.findSuggestion(P, 't'), await text()]).toEqual([before, retold.words])
      expect(await toldToWhoSuggested()).toEqual(['accepted'])
      expect(notices).toBe(1)
    })
  })
})
