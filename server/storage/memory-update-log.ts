/** UpdateLog kept in memory: for tests. Lost on exit. */
import { Failure } from '../../shared/failure.ts'
import type {
  NewCheckpoint,
  NewUpdate,
  PlanBatch,
  StoredUpdate,
  UpdateLog,
} from '../sync/update-log.ts'

export interface MemoryUpdateLog extends UpdateLog {
  /** Plans are born elsewhere; here is how the log gets to know one. */
  addPlan(planId: string): void
}

interface MemoryPlan {
  readonly updates: NewUpdate[]
  readonly checkpoints: NewCheckpoint[]
}

export function createMemoryUpdateLog(): MemoryUpdateLog {
  const plans = new Map<string, MemoryPlan>()

  return {
    addPlan(planId) {
      plans.set(planId, { updates: [], checkpoints: [] })
    },
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
        head: plan.updates.length,
        checkpoint: checkpoint && { seq: checkpoint.seq, bytes: checkpoint.bytes },
        updates: updatesAfter(plan, checkpoint?.seq ?? 0),
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
    close: () => Promise.resolve(),
  }
}

function planOf(plans: ReadonlyMap<string, MemoryPlan>, planId: string): MemoryPlan {
  const plan = plans.get(planId)
  if (!plan) throw new Failure('plan-not-found', planId)
  return plan
}

function store(plan: MemoryPlan, { updates }: PlanBatch): number {
  const first = plan.updates.length + 1
  plan.updates.push(...updates)
  return first
}

function updatesAfter(plan: MemoryPlan, after: number): readonly StoredUpdate[] {
  return plan.updates.slice(after).map(({ bytes }, index) => ({ seq: after + index + 1, bytes }))
}
