/** /schools/:schoolId/people: who belongs to the school, with which role, and who can come in. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import type { MySchool } from '../../shared/api/me.ts'
import { membersQuery } from '../api/school-queries.ts'
import { Button } from '../ui/button.tsx'
import { lazyPart } from '../ui/lazy-part.ts'
import { ListProblem } from './list-problem.tsx'
import { OpenDoors } from './open-doors.tsx'
import { PeopleList } from './people-list.tsx'
import { mayIn, SchoolFrame, type SchoolPageProps } from './school-frame.tsx'

const InviteDialog = lazyPart(() =>
  import('./invite-dialog.tsx').then(({ InviteDialog: dialog }) => dialog),
)

export function PeoplePage(props: SchoolPageProps) {
  const { t } = useLingui()
  return (
    <SchoolFrame
      {...props}
      title={t`People at the school`}
      verb="member.list"
      renderButton={(school) => mayIn(school, 'school.invite') && <InviteButton school={school} />}
      renderPage={(school) => <People school={school} />}
    />
  )
}

function InviteButton({ school }: { readonly school: MySchool }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button tone="main" icon="plus" onPress={() => setIsOpen(true)}>
        <Trans>Invite</Trans>
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <InviteDialog school={school} onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  )
}

function People({ school }: { readonly school: MySchool }) {
  const members = useQuery(membersQuery(school.schoolId))
  return (
    <>
      {members.isError && (
        <ListProblem error={members.error} onRetry={() => void members.refetch()} />
      )}
      {members.data && <PeopleList school={school} members={members.data.members} />}
      <OpenDoors school={school} />
    </>
  )
}
