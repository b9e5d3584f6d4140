/** What was said about a plan, read for its export. Who may have it was asked before. */
import type { PlanDocument } from '../../shared/api/plan-document.ts'
import type { ThreadList } from '../../shared/api/threads.ts'
import type { MemberId } from '../../shared/ids.ts'
import type { Language } from '../../shared/languages.ts'
import type { SchoolStore } from '../people/school-store.ts'
import type { OpenedPlan } from '../plans/plan-access.ts'
import type { PlanRow } from '../plans/plan-store.ts'
import { type ExportedDiscussion, exportedDiscussion } from './exported-discussion.ts'

export interface ReadDiscussionDeps {
  readonly discussion: {
    list(
      plan: PlanRow,
      viewer: { readonly memberId: MemberId; readonly language: Language },
    ): Promise<ThreadList>
  }
  readonly schools: Pick<SchoolStore, 'listMembers'>
  readonly nowMs: () => number
}

export async function readDiscussion(
  { discussion, schools, nowMs }: ReadDiscussionDeps,
  { plan, membership: { memberId, school } }: OpenedPlan,
  document: PlanDocument,
): Promise<ExportedDiscussion> {
  const [{ threads }, members] = await Promise.all([
    discussion.list(plan, { memberId, language: school.language }),
    schools.listMembers(school.schoolId, nowMs()),
  ])
  const names = new Map<string, string>(members.map((member) => [member.memberId, member.name]))
  return exportedDiscussion(document, threads, {
    timeZone: school.timeZone,
    memberName: (id) => names.get(id) ?? null,
  })
}
