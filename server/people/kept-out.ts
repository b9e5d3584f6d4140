/**
 * An invitation does not let in whom the school has suspended. They are told so, signed in as who
 * they are; whoever else holds the link learns nothing of it.
 */
import { Failure } from '../../shared/failure.ts'
import type { SchoolId, UserId } from '../../shared/ids.ts'

export interface KeptOutDeps {
  readonly isSuspended: (schoolId: SchoolId, userId: UserId) => Promise<boolean>
}

/** @throws Failure 'access-denied', with the school. */
export async function refuseSuspended(
  store: KeptOutDeps,
  schoolId: SchoolId,
  { userId }: { readonly userId: UserId },
): Promise<void> {
  if (!(await store.isSuspended(schoolId, userId))) return
  throw new Failure('access-denied', `suspended, by an invitation to ${schoolId}`, {
    told: { schoolId },
  })
}
