/**
 * Makes actions of a table's rows at the end of a commitment. Hidden first and
 * outside undo, then shown together: undoing their making would kill what others
 * wrote in them (action-commands.ts).
 */
import type { ActionId } from '../../../shared/ids.ts'
import { showAction } from '../../../shared/plan/change-action.ts'
import type { Commitment } from '../../../shared/plan/commitments.ts'
import { type Rank, rankBetween } from '../../../shared/plan/rank.ts'
import type { OpenPlan } from '../../open-plan/open-plan.ts'
import { ORIGINS } from '../../open-plan/origins.ts'
import { type ActionDraft, createHiddenAction } from '../action-commands.ts'

interface Rows {
  readonly commitment: Commitment
  readonly drafts: readonly ActionDraft[]
  /** The rank of the last action there, or null. */
  readonly after: Rank | null
  /** Takes the rows out of the text where they stand: undo brings them back as it hides the actions. */
  readonly takeWords: () => void
}

/** As one step of undo. @returns their ids. */
export function createTableActions(
  { doc, undo }: Pick<OpenPlan, 'doc' | 'undo'>,
  { commitment, drafts, after, takeWords }: Rows,
): readonly ActionId[] {
  let last = after
  const ids = drafts.map((draft) => {
    last = rankBetween(last, null)
    return createHiddenAction(doc, commitment, draft, last)
  })
  const endStep = undo.beginStep()
  takeWords()
  doc.transact(() => {
    for (const id of ids) showAction(doc, id, ORIGINS.ui)
  }, ORIGINS.ui)
  endStep()
  undo.stopCapturing()
  return ids
}
