/** Small changes of a plan's posts. Pure; done again they change nothing. */
import type { Posts } from '../../shared/api/plan-people.ts'

/** The holders of a post with this member among them, or not. */
export function changeHolder(
  holders: readonly string[],
  memberId: string,
  isHolder: boolean,
): string[] {
  const others = holders.filter((one) => one !== memberId)
  return isHolder ? [...others, memberId] : others
}

/** The posts with this member among a section's owners, or not. Sections with nobody go. */
export function changeOwner(
  posts: Posts,
  sectionId: string,
  memberId: string,
  isOwner: boolean,
): Posts {
  const others = posts.sectionOwners.filter((one) => one.sectionId !== sectionId)
  const before = posts.sectionOwners.find((one) => one.sectionId === sectionId)?.memberIds ?? []
  const memberIds = changeHolder(before, memberId, isOwner)
  const sectionOwners = memberIds.length === 0 ? others : [...others, { sectionId, memberIds }]
  return { ...posts, sectionOwners }
}
