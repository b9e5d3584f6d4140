/** Giving out the posts of a plan. Each choice is kept at once, on top of what stands there now. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { POST_ROLES, type Post } from '../../shared/access/posts.ts'
import type { MemberRight, Posts } from '../../shared/api/plan-people.ts'
import type { PlanEntry } from '../../shared/api/plans.ts'
import { useFailureWords } from '../api/failure-words.ts'
import { fetchPosts, savePosts } from '../api/plan-people.ts'
import { plansQuery } from '../api/queries.ts'
import { problemOf } from '../api/request.ts'
import { postsQuery } from '../api/school-queries.ts'
import { useMutationOnce } from '../api/use-mutation-once.ts'
import { ChoiceBox } from '../ui/choice-box.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { changeHolder } from './change-posts.ts'
import styles from './plan-people.module.css'
import { PostHolders } from './post-holders.tsx'
import { SectionOwners } from './section-owners.tsx'

type Member = MemberRight

interface PostsFormProps {
  readonly entry: PlanEntry
  readonly posts: Posts
  readonly members: readonly Member[]
}

const NOBODY = 'nobody'

export function PostsForm({ entry, posts, members }: PostsFormProps) {
  const { t } = useLingui()
  const failureWords = useFailureWords()
  const saving = useSavingPosts(entry)
  const failure = saving.isError ? failureWords(problemOf(saving.error)) : null
  const fit = (post: Post) => members.filter(({ role }) => POST_ROLES[post].includes(role))

  return (
    <section className={styles['part']}>
      <h3>
        <Trans>Posts</Trans>
      </h3>
      <ChoiceBox
        label={t`Head`}
        hint={t`Answers for the plan in the school leadership.`}
        value={posts.head ?? NOBODY}
        choices={[
          { value: NOBODY, label: t`Nobody` },
          ...fit('head').map(({ memberId, name }) => ({ value: memberId, label: name })),
        ]}
        onChange={(chosen) => {
          const head = chosen === NOBODY ? null : chosen
          saving.mutate((before) => ({ ...before, head }))
        }}
      />
      <PostHolders
        label={t`Responsible teachers`}
        hint={t`They answer for the plan together with the head.`}
        holders={posts.responsible}
        candidates={fit('responsible')}
        members={members}
        onChange={(memberId, isHolder) =>
          saving.mutate((before) => ({
            ...before,
            responsible: changeHolder(before.responsible, memberId, isHolder),
          }))
        }
      />
      <PostHolders
        label={t`Pupils’ council`}
        hint={t`Those who speak for the pupils, and the adult who helps them.`}
        holders={posts.pupilsCouncil}
        candidates={fit('pupils-council')}
        members={members}
        onChange={(memberId, isHolder) =>
          saving.mutate((before) => ({
            ...before,
            pupilsCouncil: changeHolder(before.pupilsCouncil, memberId, isHolder),
          }))
        }
      />
      <SectionOwners
        template={entry.template}
        owners={posts.sectionOwners}
        candidates={fit('section-owner')}
        members={members}
        onChange={saving.mutate}
      />
      {failure && <ErrorNotice title={failure.title}>{failure.advice}</ErrorNotice>}
    </section>
  )
}

function useSavingPosts({ planId, school }: PlanEntry) {
  const queries = useQueryClient()
  return useMutationOnce({
    // One after the other: each begins with what the one before left.
    scope: { id: `posts ${planId}` },
    mutationFn: async (change: (posts: Posts) => Posts) => {
      const changed = change(await fetchPosts(planId))
      await savePosts(planId, changed)
      queries.setQueryData(postsQuery(planId).queryKey, changed)
    },
    onSettled: async () => {
      await queries.invalidateQueries(postsQuery(planId))
      await queries.invalidateQueries({ queryKey: plansQuery(school.schoolId).queryKey })
    },
  })
}
