/** UpdateLog kept in memory: for tests. Lost on exit. */
import { Failure } from '../../shared/failure.ts'
import type { UserId } from '../../shared/ids.ts'
import { FIRST_EPOCH } from '../sync/epoch.ts'
import { packRows, rowsOfBlock } from '../sync/history-block.ts'
import type {
  HistoryBlock,
  NewCheckpoint,
  NewUpdate,
  PlanBatch,
  StoredUpdate,
  UpdateLog,
} from '../sync/update-log.ts'

export interface MemoryUpdateLog extends UpdateLog {
  /** Plans are born elsewhere; here is how the log gets to know one. */
  addPlan(planId: string, epoch?: number): void
}

interface MemoryPlan {
  readonly epoch: number
  readonly updates: NewUpdate[]
  readonly checkpoints: NewCheckpoint[]
  readonly owners: Map<number, UserId | null>
  readonly blocks: HistoryBlock[]
}

export function createMemoryUpdateLog(): MemoryUpdateLog {
  const plans = new Map<string, MemoryPlan>()

  return {
    addPlan: (planId, epoch = FIRST_EPOCH) => void plans.set(planId, emptyPlan(epoch)),
    append: async (batches) =>
      batches.map((batch) => {
        const plan = plans.get(batch.planId)
        if (!plan) return { kind: 'plan-not-found' }
        return { kind: 'stored', first: store(plan, batch) }
      }),
    async appendAt(expectedHead, batch) {
      const plan = planOf(plans, batch.planId)
      return plan.updates.length === expectedHead ? store(plan, batch) : 'head-moved'
    },
    head: async (planId) => planOf(plans, planId).updates.length,
    async load(planId) {
      const plan = planOf(plans, planId)
      const checkpoint = plan.checkpoints.at(-1) ?? null
      return {
        epoch: plan.epoch,
        head: plan.updates.length,
        checkpoint: checkpoint && copyOf(checkpoint),
        updates: updatesAfter(plan, checkpoint?.seq ?? 0).map(copyOf),
        owners: byOwner(plan),
      }
    },
    read: async (planId, after) => updatesAfter(planOf(plans, planId), after),
    async addCheckpoint(planId, checkpoint) {
      const { updates, checkpoints } = planOf(plans, planId)
      const { seq, previousSeq } = checkpoint
      if ((checkpoints.at(-1)?.seq ?? 0) !== previousSeq) return 'checkpoint-moved'
      if (seq <= previousSeq || seq > updates.length) return 'checkpoint-moved'
      checkpoints.push(checkpoint)
      return 'stored'
    },
    async readHistory(planId, { after, limit }) {
      const rows = planOf(plans, planId).updates.slice(after, after + limit)
      return rows.map((row, index) => ({ ...row, seq: after + index + 1 }))
    },
    async readMoment(planId, seq) {
      const plan = planOf(plans, planId)
      if (seq < 0 || seq > plan.updates.length) return null
      const state = plan.checkpoints.findLast((checkpoint) => checkpoint.seq <= seq) ?? null
      const from = state?.seq ?? 0
      return {
        seq,
        state: state && { seq: state.seq, bytes: state.bytes },
        blocks: plan.blocks.filter(({ first, last }) => last > from && first <= seq),
        updates: updatesAfter(plan, Math.max(from, packedTo(plan))).filter(
          (update) => update.seq <= seq,
        ),
      }
    },
    async packHistory(planId, atLeast) {
      const plan = planOf(plans, planId)
      const rows = plan.updates.slice(packedTo(plan), lastToPack(plan))
      const count = rowsOfBlock(rows.map(({ bytes }) => bytes.byteLength))
      if (rows.length < atLeast && count === rows.length) return 0
      const first = packedTo(plan) + 1
      const bytes = packRows(rows.slice(0, count))
      plan.blocks.push({ first, last: first + count - 1, bytes })
      return count
    },
    plansToPack: async (atLeast, limit) =>
      [...plans]
        .filter(([, plan]) => lastToPack(plan) - packedTo(plan) >= atLeast)
        .map(([planId]) => planId)
        .slice(0, limit),
    async rewrite(expectedHead, { planId, update, epoch }) {
      if (planOf(plans, planId).updates.length !== expectedHead) return 'head-moved'
      const plan = emptyPlan(epoch)
      const owners = [{ userId: update.userId, claimed: update.clientIds, released: [] }]
      store(plan, { planId, updates: [update], owners })
      plans.set(planId, plan)
      return 'rewritten'
    },
    close: () => Promise.resolve(),
  }
}

function emptyPlan(epoch: number): MemoryPlan {
  return { epoch, updates: [], checkpoints: [], owners: new Map(), blocks: [] }
}

function packedTo({ blocks }: MemoryPlan): number {
  return blocks.at(-1)?.last ?? 0
}

function lastToPack({ checkpoints }: MemoryPlan): number {
  return checkpoints.at(-1)?.seq ?? 0
}

function planOf(plans: ReadonlyMap<string, MemoryPlan>, planId: string): MemoryPlan {
  const plan = plans.get(planId)
  if (!plan) throw new Failure('plan-not-found', planId)
  return plan
}

function store(plan: MemoryPlan, { updates, owners = [] }: PlanBatch): number {
  const first = plan.updates.length + 1
  plan.updates.push(...updates)
  for (const { userId, claimed, released } of owners) {
    for (const id of claimed) if (!plan.owners.has(id)) plan.owners.set(id, userId)
    for (const id of released) if (plan.owners.get(id) === userId) plan.owners.delete(id)
  }
  return first
}

function copyOf({ seq, bytes }: StoredUpdate): StoredUpdate {
  return { seq, bytes: bytes.slice() }
}

function byOwner({ owners }: MemoryPlan): Map<UserId | null, number[]> {
  const grouped = Map.groupBy(owners, ([, userId]) => userId)
  return new Map([...grouped].map(([userId, ids]) => [userId, ids.map(([id]) => id)]))
}

function updatesAfter(plan: MemoryPlan, after: number): readonly StoredUpdate[] {
  return plan.updates.slice(after).map(({ bytes }, index) => ({ seq: after + index + 1, bytes }))
}
