/**
 * Something taken out of all that is said about a plan: bodies, quotes, suggestions, reasons,
 * decisions. The plan's document is another one by then, so what takes an accepted suggestion
 * back, which holds words too, is dropped.
 */
import type { Kysely } from 'kysely'
import type { Anchor } from '../../shared/discuss/anchor.ts'
import type { SuggestedChange } from '../../shared/discuss/suggestion.ts'
import { anchorOf, type ThreadPlace } from '../../shared/discuss/thread-place.ts'
import type { PlanId } from '../../shared/ids.ts'
import type { Scrub } from '../sync/scrub-words.ts'
import type { Tables } from './schema.ts'
import { changeOf, placeOf } from './thread-rows.ts'

/** As ThreadStore has it. */
export function redactThreads(db: Kysely<Tables>, planId: PlanId, scrub: Scrub): Promise<void> {
  return db.transaction().execute(async (trx) => {
    const plan = await trx
      .selectFrom('plan')
      .select('thread_seq')
      .where('id', '=', planId)
      .executeTakeFirst()
    // Nothing was ever said.
    if (plan?.thread_seq == null) return
    const seq = plan.thread_seq + 1
    for (const id of await cleanThreads(trx, planId, scrub)) {
      await trx.updateTable('thread').set({ seq }).where('id', '=', id).execute()
    }
    await trx.updateTable('plan').set({ thread_seq: seq }).where('id', '=', planId).execute()
  })
}

/** Those that are others now. */
async function cleanThreads(trx: Kysely<Tables>, planId: PlanId, scrub: Scrub) {
  const changed = new Set<Tables['thread']['id']>()
  const cleanText = (text: string | null) => (text === null ? null : scrub.clean(text))

  const threads = await trx.selectFrom('thread').selectAll().where('plan_id', '=', planId).execute()
  for (const row of threads) {
    const change = changeOf(row)
    const clean = {
      place: JSON.stringify(cleanPlace(placeOf(row), scrub)),
      change: change && JSON.stringify(cleanChange(change, scrub)),
      decision: cleanText(row.decision),
      reason: cleanText(row.reason),
      applied: null,
    }
    if (isSame(row, clean)) continue
    await trx.updateTable('thread').set(clean).where('id', '=', row.id).execute()
    changed.add(row.id)
  }

  const messages = await trx
    .selectFrom('thread_message')
    .innerJoin('thread', 'thread.id', 'thread_message.thread_id')
    .select(['thread_message.id', 'thread_message.thread_id', 'thread_message.body'])
    .where('thread.plan_id', '=', planId)
    .execute()
  for (const { id, thread_id, body } of messages) {
    const clean = cleanText(body)
    if (clean === body) continue
    await trx.updateTable('thread_message').set({ body: clean }).where('id', '=', id).execute()
    changed.add(thread_id)
  }
  return changed
}

function isSame<Row extends object>(row: Row, clean: Partial<Row>): boolean {
  return Object.entries(clean).every(([key, value]) => row[key as keyof Row] === value)
}

function cleanPlace(place: ThreadPlace, scrub: Scrub): ThreadPlace {
  const anchor = anchorOf(place)
  if (!anchor || place.kind === 'plan' || place.kind === 'section') return place
  return { ...place, anchor: cleanAnchor(anchor, scrub) }
}

/** What stands around was cut off, in the middle of a name too. */
function cleanAnchor(anchor: Anchor, scrub: Scrub): Anchor {
  const around = [anchor.before, anchor.quote, anchor.after]
  const [before = '', quote = '', after = ''] = scrub.cleanAll(around, true)
  // Never empty: what began before it and ends in it leaves it so.
  return { ...anchor, before, quote: quote === '' ? '…' : quote, after }
}

function cleanChange(change: SuggestedChange, scrub: Scrub): SuggestedChange {
  switch (change.kind) {
    case 'words':
      return { ...change, words: scrub.clean(change.words) }
    case 'new-action': {
      const { title, description } = change
      return { ...change, title: scrub.clean(title), description: scrub.clean(description) }
    }
    case 'fact':
      if (change.fact !== 'owners') return change
      return {
        ...change,
        from: change.from.map((owner) => cleanOwner(owner, scrub)),
        to: change.to.map((owner) => cleanOwner(owner, scrub)),
      }
  }
}

const TYPED = 'name:'

function cleanOwner(owner: string, scrub: Scrub): string {
  return owner.startsWith(TYPED) ? TYPED + scrub.clean(owner.slice(TYPED.length)) : owner
}
