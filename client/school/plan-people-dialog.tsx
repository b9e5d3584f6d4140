/**
 * Who is what for a plan: its posts, for all who read it, and for a coordinator giving
 * them out and saying what each member may do with it. Each choice is kept at once.
 */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import type { PlanEntry } from '../../shared/api/plans.ts'
import { postsQuery, rightsQuery } from '../api/school-queries.ts'
import { Button } from '../ui/button.tsx'
import { Modal, ModalButtons } from '../ui/modal.tsx'
import { ListProblem } from './list-problem.tsx'
import styles from './plan-people.module.css'
import { PostsForm } from './posts-form.tsx'
import { PostsShown } from './posts-shown.tsx'
import { RightsForm } from './rights-form.tsx'

interface PlanPeopleDialogProps {
  readonly entry: PlanEntry
  readonly onClose: () => void
}

export function PlanPeopleDialog({ entry, onClose }: PlanPeopleDialogProps) {
  const { t } = useLingui()
  return (
    <Modal title={t`Who is what in this plan`} isOpen onClose={onClose}>
      {entry.me.mayAppoint ? <ForCoordinator entry={entry} /> : <ForReaders entry={entry} />}
      <ModalButtons>
        <Button onPress={onClose}>
          <Trans>Close</Trans>
        </Button>
      </ModalButtons>
    </Modal>
  )
}

function ForReaders({ entry }: Pick<PlanPeopleDialogProps, 'entry'>) {
  const posts = useQuery(postsQuery(entry.planId))
  if (posts.isError) return <ListProblem error={posts.error} onRetry={() => void posts.refetch()} />
  return posts.data ? <PostsShown entry={entry} posts={posts.data} /> : null
}

function ForCoordinator({ entry }: Pick<PlanPeopleDialogProps, 'entry'>) {
  const posts = useQuery(postsQuery(entry.planId))
  const rights = useQuery(rightsQuery(entry.planId))
  const error = posts.error ?? rights.error
  if (error) {
    const retry = () => {
      void posts.refetch()
      void rights.refetch()
    }
    return <ListProblem error={error} onRetry={retry} />
  }
  if (!posts.data || !rights.data) return null
  const { members } = rights.data
  return (
    <div className={styles['parts']}>
      <PostsForm entry={entry} posts={posts.data} members={members} />
      <RightsForm planId={entry.planId} members={members} />
    </div>
  )
}
