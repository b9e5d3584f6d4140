/**
 * Everything that is kept of a person, put together for themselves. That they wrote in a
 * plan is theirs to know for good; what it is called only as long as they may read it.
 */
import type { KeptOfPerson, MyData, MySaid, MyWriting } from '../../shared/api/erasure.ts'
import type { CalendarDate } from '../../shared/calendar-date.ts'
import { Failure } from '../../shared/failure.ts'
import type { UserId } from '../../shared/ids.ts'
import type { ErasureStore } from './erasure-store.ts'

/** What the log of a plan knows of an update. */
interface LoggedUpdate {
  readonly seq: number
  readonly timeMs: number
  readonly userId: UserId | null
  readonly bytes: Uint8Array
}

export interface TakeOutDeps {
  readonly store: Pick<ErasureStore, 'readKept' | 'listWrittenPlans'>
  /** As UpdateLog.readHistory. */
  readonly readHistory: (
    planId: string,
    range: { readonly after: number; readonly limit: number },
  ) => Promise<readonly LoggedUpdate[]>
  /** May they read this plan now? */
  readonly mayRead: (planId: string) => Promise<boolean>
  readonly nowMs: () => number
}

/** Read at a time, so that others' letters come in between. */
const ROWS = 2000

/** @throws Failure 'not-found' when there is no such person. */
export async function takeOut(deps: TakeOutDeps, userId: UserId): Promise<MyData> {
  const kept: KeptOfPerson | null = await deps.store.readKept(userId)
  if (!kept) throw new Failure('not-found', userId)
  const writing: MyWriting[] = []
  for (const plan of await deps.store.listWrittenPlans(userId)) {
    const own = await writingIn(deps, plan, userId)
    if (own) writing.push(own)
  }
  return {
    madeAtMs: deps.nowMs(),
    ...kept,
    memberships: await Promise.all(
      kept.memberships.map(async (one) => ({
        ...one,
        posts: await readablePosts(deps, one.posts),
      })),
    ),
    said: await readableSaid(deps, kept.said),
    writing,
  }
}

/** One's own words stay one's own; what a plan is called, and the words in it that they are on, do not. */
async function readableSaid({ mayRead }: TakeOutDeps, said: MySaid): Promise<MySaid> {
  const planIds = new Set(Object.values(said).flatMap((all) => all.map(({ planId }) => planId)))
  const readable = new Set<string>()
  for (const planId of planIds) if (await mayRead(planId)) readable.add(planId)

  const titled = <One extends { readonly planId: string; readonly planTitle: string }>(one: One) =>
    readable.has(one.planId) ? one : { ...one, planTitle: '' }
  return {
    threads: said.threads.map((one) =>
      readable.has(one.planId) ? one : { ...titled(one), place: withoutWords(one.place) },
    ),
    messages: said.messages.map(titled),
    reactions: said.reactions.map(titled),
    settled: said.settled.map(titled),
  }
}

function withoutWords(place: MySaid['threads'][number]['place']): typeof place {
  return 'anchor' in place ? { ...place, anchor: null } : place
}

function readablePosts(
  { mayRead }: TakeOutDeps,
  posts: KeptOfPerson['memberships'][number]['posts'],
): Promise<typeof posts> {
  return Promise.all(
    posts.map(async (held) => ((await mayRead(held.planId)) ? held : { ...held, planTitle: '' })),
  )
}

async function writingIn(
  { readHistory, mayRead }: TakeOutDeps,
  { planId, title }: { readonly planId: string; readonly title: string },
  userId: UserId,
): Promise<MyWriting | null> {
  const days = new Map<CalendarDate, { updates: number; bytes: number }>()
  let firstAtMs: number | null = null
  let lastAtMs = 0
  let after = 0
  for (;;) {
    const rows = await readHistory(planId, { after, limit: ROWS })
    for (const row of rows) {
      if (row.userId !== userId) continue
      firstAtMs ??= row.timeMs
      lastAtMs = row.timeMs
      const day = new Date(row.timeMs).toISOString().slice(0, 10) as CalendarDate
      const { updates, bytes } = days.get(day) ?? { updates: 0, bytes: 0 }
      days.set(day, { updates: updates + 1, bytes: bytes + row.bytes.byteLength })
    }
    after = rows.at(-1)?.seq ?? after
    if (rows.length < ROWS) break
  }
  if (firstAtMs === null) return null
  const all = [...days.values()]
  return {
    planId,
    title: (await mayRead(planId)) ? title : null,
    updates: all.reduce((sum, { updates }) => sum + updates, 0),
    bytes: all.reduce((sum, { bytes }) => sum + bytes, 0),
    firstAtMs,
    lastAtMs,
    days: [...days].map(([day, counts]) => ({ day, ...counts })),
  }
}
