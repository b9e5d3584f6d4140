/** Plans as typed data, made in the doc thread and kept until the next update. */
import type { Plan } from '../../shared/plan/plan.ts'
import type { DocThread } from './doc-thread.ts'
import type { Rooms } from './rooms.ts'
import type { UpdateLog } from './update-log.ts'

export interface ReadPlan {
  readonly plan: Plan
  /** SHA-256 of the canonical plan, hex. */
  readonly contentHash: string
  /** What our clients compare (shared/plan/document-hash); null: some of it cannot be read. */
  readonly documentHash: string | null
  /** The update that this shows. */
  readonly seq: number
}

export interface PlanReaderDeps {
  readonly log: UpdateLog
  readonly docs: DocThread
  readonly rooms: Rooms
}

export interface PlanReader {
  readPlan(planId: string): Promise<ReadPlan>
  /** Its numbers begin anew: what was read under them is another plan. */
  forget(planId: string): void
}

/** Plans kept; a full one is about 0.3 MB. */
const MAX_KEPT = 100

/**
 * @throws (`readPlan`) Failure 'plan-not-found', 'storage-unavailable', 'server-error'.
 */
export function createPlanReader(deps: PlanReaderDeps): PlanReader {
  const kept = new Map<string, { readonly seq: number; readonly reading: Promise<ReadPlan> }>()

  const readPlan = async (planId: string) => {
    const seq = deps.rooms.find(planId)?.content.seq ?? (await deps.log.head(planId))
    const known = kept.get(planId)
    if (known?.seq === seq) return known.reading

    const reading = materialise(deps, planId)
    kept.delete(planId)
    kept.set(planId, { seq, reading })
    const [oldest] = kept.keys()
    if (oldest !== undefined && kept.size > MAX_KEPT) kept.delete(oldest)
    reading.catch(() => kept.delete(planId))
    return reading
  }
  return { readPlan, forget: (planId) => void kept.delete(planId) }
}

/**
 * The plan as it was after this update, from the nearest state before it; null beyond
 * the latest. Old moments are not kept: 20,000 updates are read in a tenth of a second.
 *
 * @throws Failure as reading it now.
 */
export async function readPlanAt(
  { log, docs }: Pick<PlanReaderDeps, 'log' | 'docs'>,
  planId: string,
  seq: number,
): Promise<ReadPlan | null> {
  const moment = await log.readMoment(planId, seq)
  if (!moment) return null
  const { plan, contentHash, documentHash } = await docs.materialiseMoment(planId, moment)
  return { plan, contentHash, documentHash, seq }
}

async function materialise(deps: PlanReaderDeps, planId: string): Promise<ReadPlan> {
  const { seq, updates } = await contentOf(deps, planId)
  const { plan, contentHash, documentHash } = await deps.docs.materialise({ planId, updates })
  return { plan, contentHash, documentHash, seq }
}

async function contentOf(
  { log, rooms }: PlanReaderDeps,
  planId: string,
): Promise<{ readonly seq: number; readonly updates: readonly Uint8Array[] }> {
  const content = rooms.find(planId)?.content
  if (content) return { seq: content.seq, updates: content.updates }
  const { head, checkpoint, updates } = await log.load(planId)
  return { seq: head, updates: [checkpoint ?? [], updates].flat().map(({ bytes }) => bytes) }
}
