/**
 * Port: what the plans need of the sync server. Documents are read and written
 * there and nowhere else.
 */
import type { FailureCode } from '../../shared/failure.ts'
import type { PlanId, UserId } from '../../shared/ids.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import type { PlanSeed } from '../../shared/plan/seed-plan.ts'
import type { Notice } from '../../shared/protocol/notice.ts'

export interface PlanRooms {
  /** The server's writing door: fills a plan that has no content yet. */
  appendAsServer(
    planId: PlanId,
    change: {
      readonly kind: 'seed'
      readonly templateId: string
      readonly templateVersion: number
      readonly seed: PlanSeed
    },
    author: { readonly userId: UserId | null },
  ): Promise<{ readonly seq: number }>

  /** The plan as it stands in the log. @throws Failure 'plan-not-found' */
  readPlan(planId: PlanId): Promise<PlanOnRecord>

  /** Calls back after each commit to a plan's log; was it only letters in a text? Returns how to stop it. */
  onCommitted(listener: (planId: string, seq: number, isOnlyLetters: boolean) => void): () => void

  /** Takes something out of a plan and its history. @throws Failure 'plan-not-found', 'plan-busy' */
  redactPlan(
    planId: PlanId,
    redaction: { readonly text: string; readonly replacement: string },
  ): Promise<{ readonly places: number }>

  /** Tells everyone in the room. */
  notifyPlan(planId: PlanId, notice: Notice): void

  /** Ends every connection to a plan. */
  closeRoom(planId: PlanId, code: FailureCode): void
}

export interface PlanOnRecord {
  readonly plan: Plan
  /** SHA-256 of the canonical content, hex. */
  readonly contentHash: string
  readonly seq: number
}
