/** Who looks after which section of a plan: folded, since there are many sections. */
import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import type { MemberRight, Posts } from '../../shared/api/plan-people.ts'
import type { PlanEntry } from '../../shared/api/plans.ts'
import { Disclosure } from '../ui/disclosure.tsx'
import { changeOwner } from './change-posts.ts'
import styles from './plan-people.module.css'
import { PostHolders } from './post-holders.tsx'
import { useSectionTitles } from './section-titles.ts'

interface SectionOwnersProps {
  readonly template: PlanEntry['template']
  readonly owners: Posts['sectionOwners']
  readonly candidates: readonly MemberRight[]
  readonly members: readonly MemberRight[]
  readonly onChange: (change: (posts: Posts) => Posts) => void
}

export function SectionOwners(props: SectionOwnersProps) {
  const { template, owners, candidates, members, onChange } = props
  const [isOpen, setIsOpen] = useState(owners.length > 0)
  const sections = useSectionTitles(template)
  return (
    <div>
      <Disclosure label={<Trans>Section owners</Trans>} isOpen={isOpen} onToggle={setIsOpen}>
        <div className={styles['sections']}>
          {sections.map(({ sectionId, title }) => (
            <PostHolders
              key={sectionId}
              label={title}
              holders={owners.find((one) => one.sectionId === sectionId)?.memberIds ?? []}
              candidates={candidates}
              members={members}
              onChange={(memberId, isOwner) =>
                onChange((posts) => changeOwner(posts, sectionId, memberId, isOwner))
              }
            />
          ))}
        </div>
      </Disclosure>
    </div>
  )
}
