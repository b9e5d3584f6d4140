/**
 * Who is told of something that was said, and as what: the one rule, and it knows no database.
 *
 * Never whoever did it, never a pupil, never one who may not read the plan's threads now. One
 * notice for each and deed, the strongest that fits.
 *
 * What is said of a plan that nobody answers for, because the school gave out no posts, is for
 * the coordinators to hear of. A suggestion of which nobody hears who could accept it is told to
 * the coordinators who can, and where there is none to all who can: nothing is suggested to nobody.
 */
import { may, type PlanState, type Role } from '../../shared/access/policy.ts'
import type { PlanRight } from '../../shared/access/plan-right.ts'
import type { Post } from '../../shared/access/posts.ts'
import type { NotificationKind } from '../../shared/api/inbox.ts'
import type { MemberId } from '../../shared/ids.ts'

/** What a place means for people; read from the plan before the deed. */
export interface PlaceFacts {
  /** null: it is in none, or that is not known. */
  readonly sectionId: string | null
  /** Members who own the action; [] elsewhere. */
  readonly ownerIds: readonly string[]
}

/** A member whose membership holds. */
export interface Discusser {
  readonly memberId: MemberId
  readonly role: Role
  readonly defaultRight: PlanRight | null
  /** What the plan says of them. */
  readonly right: PlanRight | null
  readonly posts: readonly { readonly post: Post; readonly sectionId: string }[]
}

export type Told =
  | {
      readonly kind: 'thread' | 'suggestion'
      readonly facts: PlaceFacts
      readonly mentioned: readonly MemberId[]
    }
  | {
      readonly kind: 'reply'
      readonly tookPart: readonly MemberId[]
      readonly mentioned: readonly MemberId[]
    }
  | { readonly kind: 'edit'; readonly mentioned: readonly MemberId[] }
  | { readonly kind: 'assigned'; readonly assigneeId: MemberId }
  | { readonly kind: 'decision'; readonly tookPart: readonly MemberId[] }
  | { readonly kind: 'accepted' | 'refused' | 'taken-back'; readonly suggestedBy: MemberId }

export interface Circle {
  readonly by: MemberId
  readonly schoolId: string
  readonly planState: PlanState
  /** Those of the school whose membership holds. */
  readonly members: readonly Discusser[]
}

/** @returns by member, in no order that means something. */
export function whoIsTold(told: Told, circle: Circle): ReadonlyMap<MemberId, NotificationKind> {
  const { by, members } = circle
  const kinds = new Map<MemberId, NotificationKind>()
  const readers = members.filter(
    (member) => member.memberId !== by && mayReadThreads(member, circle),
  )
  for (const { concerns, kind } of ringsOf(told, readers)) {
    for (const member of readers) {
      if (!kinds.has(member.memberId) && concerns(member)) kinds.set(member.memberId, kind)
    }
  }
  const deciders = readers.filter((member) => mayDiscuss('plan.decide', member, circle))
  if (told.kind === 'suggestion' && !deciders.some(({ memberId }) => kinds.has(memberId))) {
    const coordinators = deciders.filter(({ role }) => role === 'coordinator')
    for (const { memberId } of coordinators.length > 0 ? coordinators : deciders) {
      kinds.set(memberId, told.kind)
    }
  }
  return kinds
}

/** May they see what is said about the plan, as things stand? */
export function mayReadThreads(member: Discusser, { schoolId, planState }: Omit<Circle, 'by'>) {
  return mayDiscuss('plan.read-threads', member, { schoolId, planState })
}

/** May they do this, as things stand? */
export function mayDiscuss(
  verb: 'plan.read-threads' | 'plan.discuss' | 'plan.suggest' | 'plan.decide',
  { role, defaultRight, right, posts }: Discusser,
  { schoolId, planState }: Pick<Circle, 'schoolId' | 'planState'>,
): boolean {
  const relation = { right, posts: posts.map(({ post }) => post) }
  const standing = { schoolId, role, defaultRight }
  return may({ memberships: [standing] }, verb, { schoolId, planState, relation })
}

interface Ring {
  readonly kind: NotificationKind
  readonly concerns: (member: Discusser) => boolean
}

function ring(kind: NotificationKind, ids: readonly string[]): Ring {
  return { kind, concerns: ({ memberId }) => ids.includes(memberId) }
}

/** Strongest first. @param readers those who may be told. */
function ringsOf(told: Told, readers: readonly Discusser[]): readonly Ring[] {
  switch (told.kind) {
    case 'thread':
    case 'suggestion': {
      const answering = (member: Discusser) => answersFor(member, told.facts)
      const coordinating = ({ role }: Discusser) => role === 'coordinator'
      return [
        ring('mention', told.mentioned),
        { kind: told.kind, concerns: readers.some(answering) ? answering : coordinating },
      ]
    }
    case 'reply':
      return [ring('mention', told.mentioned), ring('reply', told.tookPart)]
    case 'edit':
      return [ring('mention', told.mentioned)]
    case 'assigned':
      return [ring('assigned', [told.assigneeId])]
    case 'decision':
      return [ring('decision', told.tookPart)]
    default:
      return [ring(told.kind, [told.suggestedBy])]
  }
}

/** By a post on the plan, or because the action is theirs. */
function answersFor({ memberId, posts }: Discusser, { sectionId, ownerIds }: PlaceFacts): boolean {
  if (ownerIds.includes(memberId)) return true
  return posts.some(
    (own) =>
      own.post === 'head' ||
      own.post === 'responsible' ||
      (own.post === 'section-owner' && own.sectionId === sectionId),
  )
}
