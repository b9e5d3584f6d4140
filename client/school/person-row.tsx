/** One member of the school: name, posts, state, and what a coordinator can do with them. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Suspense, useState } from 'react'
import { Link } from 'wouter'
import { personColour } from '../../shared/access/person-colour.ts'
import type { MySchool } from '../../shared/api/me.ts'
import type { SchoolMember } from '../../shared/api/members.ts'
import { Avatar } from '../ui/avatar.tsx'
import { lazyPart } from '../ui/lazy-part.ts'
import { shortDate } from '../words/dates.ts'
import { useLanguage } from '../words/language.tsx'
import styles from './people.module.css'
import { type PersonDialog, PersonMenu } from './person-menu.tsx'
import { usePostWords } from './role-words.ts'
import { mayIn } from './school-frame.tsx'

const PersonDialogs = lazyPart(() =>
  import('./person-dialogs.tsx').then(({ PersonDialogs: dialogs }) => dialogs),
)

interface PersonRowProps {
  readonly member: SchoolMember
  readonly school: MySchool
}

export function PersonRow({ member, school }: PersonRowProps) {
  const [dialog, setDialog] = useState<PersonDialog | null>(null)
  const { name, memberId, isMe, state } = member
  return (
    <li className={styles['row']} data-member={memberId}>
      <Avatar
        name={name}
        colour={personColour(memberId)}
        size="large"
        isCalm={state !== 'active'}
        isDecoration
      />
      <div>
        <p className={styles['name']} dir="auto">
          {name}{' '}
          {isMe && (
            <span className={styles['me']}>
              <Trans>(you)</Trans>
            </span>
          )}
        </p>
        <HeldPosts member={member} />
      </div>
      <p className={styles['state']} data-state={state}>
        <StateWords member={member} />
      </p>
      {mayIn(school, 'member.change') && <PersonMenu member={member} onOpen={setDialog} />}
      {dialog && (
        <Suspense fallback={null}>
          <PersonDialogs
            dialog={dialog}
            member={member}
            school={school}
            onClose={() => setDialog(null)}
          />
        </Suspense>
      )}
    </li>
  )
}

function HeldPosts({ member }: Pick<PersonRowProps, 'member'>) {
  const { t } = useLingui()
  const words = usePostWords()
  if (member.posts.length === 0) return null
  const plans = [...Map.groupBy(member.posts, ({ planId }) => planId)]
  return (
    <ul className={styles['facts']}>
      {plans.map(([planId, posts]) => (
        <li key={planId}>
          {[...new Set(posts.map(({ post }) => words[post]))].join(', ')}:{' '}
          <Link href={`/plans/${planId}`}>{posts[0]?.planTitle || t`Plan without a title`}</Link>
        </li>
      ))}
    </ul>
  )
}

function StateWords({ member }: Pick<PersonRowProps, 'member'>) {
  const { language } = useLanguage()
  const { state, lastSeenOn } = member
  if (state === 'suspended') return <Trans>Suspended</Trans>
  if (state === 'expired') return <Trans>The time as a guest is over</Trans>
  if (lastSeenOn === null) return <Trans>Not signed in anywhere</Trans>
  const day = shortDate(lastSeenOn, language)
  return <Trans>Last here {day}</Trans>
}
