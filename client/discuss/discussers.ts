/**
 * Those who take part in what is said about the plan, as one finds and writes them: of those who
 * are called the same, each with a number. Others would not hear of it.
 */
import type { DiscusserCard, PlanEntry } from '../../shared/api/plans.ts'
import { useDiscussSetting } from './discuss-setting.ts'
import { distinctlyNamed } from './mentions.ts'

export interface FoundDiscusser extends DiscusserCard {
  /** What one types to find them. */
  readonly words: string
}

/** Whom one can give something to see to: oneself, too. */
export function useDiscussers(): readonly FoundDiscusser[] {
  return found(discussersOf(useDiscussSetting().entry))
}

/** Whom one can call on: everybody but oneself. */
export function useMentionable(): readonly FoundDiscusser[] {
  const { entry } = useDiscussSetting()
  return found(discussersOf(entry).filter(({ memberId }) => memberId !== entry.me.memberId))
}

/** A reply that a device remembers from before may not say who they are. */
function discussersOf({ discussers = [] }: Partial<Pick<PlanEntry, 'discussers'>>) {
  return discussers
}

function found(discussers: readonly DiscusserCard[]): readonly FoundDiscusser[] {
  return distinctlyNamed(discussers).map((one) => ({ ...one, words: one.name }))
}
