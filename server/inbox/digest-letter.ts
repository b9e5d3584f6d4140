/**
 * The letter about what waits: by plan, the newest few of each with one link to its place, what
 * changed since one was last there, and where to choose how often it comes. Plain text and the
 * same as simple HTML. Pure.
 */
import type { DigestChoice, Notification } from '../../shared/api/inbox.ts'
import { changesAddress, threadAddress } from '../../shared/api/plan-address.ts'
import { type LetterBlock, letterOf } from '../sign-in/letter-page.ts'
import type { Letter } from '../sign-in/mailer.ts'
import { type DigestWords, serverWords } from '../words/server-words.ts'
import type { ToldPlan, Waiting } from './inbox-store.ts'
import { mayWith } from './readable-plans.ts'

/** Of one plan; the rest is a number and stands in the plan. */
const MAX_OF_A_PLAN = 5

export interface DigestFacts {
  readonly waiting: Pick<Waiting, 'name' | 'email' | 'language' | 'school'>
  readonly digest: DigestChoice['digest']
  readonly plans: readonly ToldPlan[]
  /** Newest first, not empty, each of one of the plans. */
  readonly notifications: readonly Notification[]
  readonly publicOrigin: string
}

export function digestLetter(facts: DigestFacts): Letter {
  const { waiting, digest, plans, notifications, publicOrigin } = facts
  const { name, email, language, school } = waiting
  const words = serverWords(language).digest
  // The plan with the newest first.
  const planIds = [...new Set(notifications.map(({ planId }) => planId))]
  const parts = planIds.flatMap((planId) => {
    const plan = plans.find((one) => one.planId === planId)
    const of = notifications.filter((one) => one.planId === planId)
    return plan ? [{ plan, notifications: of }] : []
  })
  const [only] = parts
  const title = only && parts.length === 1 ? titleOf(only.plan, words) : null
  return letterOf({
    to: email,
    language,
    subject:
      title === null ? words.subjectOfMany({ plans: parts.length }) : words.subjectOfOne({ title }),
    blocks: [
      { kind: 'words', words: words.greeting({ name }) },
      { kind: 'words', words: words.intro({ school: school.name }) },
      ...parts.flatMap((part) => planBlocks(part, words, publicOrigin)),
      { kind: 'link', words: words.allOfIt, url: `${publicOrigin}/inbox` },
      { kind: 'words', words: digest === 'weekly' ? words.whyWeekly : words.whyDaily },
      { kind: 'link', words: words.change, url: `${publicOrigin}/account#letters` },
    ],
  })
}

interface Part {
  readonly plan: ToldPlan
  readonly notifications: readonly Notification[]
}

function planBlocks(
  { plan, notifications }: Part,
  words: DigestWords,
  publicOrigin: string,
): readonly LetterBlock[] {
  const { planId } = plan
  const shown = notifications.slice(0, MAX_OF_A_PLAN)
  const rest = notifications.length - shown.length
  return [
    { kind: 'heading', words: titleOf(plan, words) },
    {
      kind: 'list',
      items: shown.map(({ kind, by, excerpt, threadId }) => ({
        words: words.told[kind]({ by: by.name }),
        quote: excerpt,
        url: publicOrigin + threadAddress(planId, threadId),
      })),
    },
    ...(rest > 0 ? [{ kind: 'words', words: words.more({ count: rest }) } as const] : []),
    ...(mayWith(plan, 'plan.read-history')
      ? [
          {
            kind: 'link',
            words: words.changes,
            url: publicOrigin + changesAddress(planId),
          } as const,
        ]
      : []),
  ]
}

function titleOf({ title }: ToldPlan, words: DigestWords): string {
  return title === '' ? words.untitledPlan : title
}
