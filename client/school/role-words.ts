/** Roles, posts and rights as people read them. */
import { useLingui } from '@lingui/react/macro'
import type { PlanRight } from '../../shared/access/plan-right.ts'
import type { Role } from '../../shared/access/policy.ts'
import type { Post } from '../../shared/access/posts.ts'

interface RoleWords {
  /** Of one: 'Teacher'. */
  readonly name: string
  /** Of all who have it, as a heading: 'Teachers'. */
  readonly all: string
  /** Within a sentence: 'teacher'. */
  readonly inSentence: string
  /** What one may do with it. */
  readonly may: string
}

export function useRoleWords(): Readonly<Record<Role, RoleWords>> {
  const { t } = useLingui()
  return {
    coordinator: {
      name: t`Coordinator`,
      all: t`Coordinators`,
      inSentence: t`coordinator`,
      may: t`Writes, invites people, gives roles, and decides over plans and settings.`,
    },
    leadership: {
      name: t`School leadership`,
      all: t`School leadership`,
      inSentence: t`school leadership`,
      may: t`Reads all plans. Sees who is here and what was done.`,
    },
    teacher: {
      name: t`Teacher`,
      all: t`Teachers`,
      inSentence: t`teacher`,
      may: t`Writes in all plans of the school, and makes new ones.`,
    },
    pupil: {
      name: t`Pupil`,
      all: t`Pupils`,
      inSentence: t`pupil`,
      may: t`Reads what is opened to pupils.`,
    },
    guest: {
      name: t`Guest`,
      all: t`Guests`,
      inSentence: t`guest`,
      may: t`Reads the plans. Cannot write.`,
    },
  }
}

export function usePostWords(): Readonly<Record<Post, string>> {
  const { t } = useLingui()
  return {
    head: t`Head`,
    responsible: t`Responsible teacher`,
    'pupils-council': t`Pupils’ council`,
    'section-owner': t`Section owner`,
  }
}

export function useRightWords(): Readonly<Record<PlanRight, string>> {
  const { t } = useLingui()
  return {
    none: t`Does not see the plan`,
    read: t`Reads`,
    discuss: t`Reads and discusses`,
    write: t`Writes`,
  }
}
