/**
 * Those whom one can choose or ask: not suspended, over or erased. Others are known by what they
 * own. A reply that a device remembers from before may not say who is here.
 */
export function membersHere<M extends { readonly isHere?: boolean }>(
  members: readonly M[],
): readonly M[] {
  return members.filter(({ isHere }) => isHere !== false)
}
