/** The posts of a plan for those who only read them. */
import { Trans } from '@lingui/react/macro'
import type { Posts } from '../../shared/api/plan-people.ts'
import type { PlanEntry } from '../../shared/api/plans.ts'
import styles from './plan-people.module.css'
import { useSectionTitles } from './section-titles.ts'

interface PostsShownProps {
  readonly entry: PlanEntry
  readonly posts: Posts
}

export function PostsShown({ entry, posts }: PostsShownProps) {
  const sections = useSectionTitles(entry.template)
  const { head, responsible, pupilsCouncil, sectionOwners } = posts
  const names = (memberIds: readonly string[]) =>
    entry.members
      .filter(({ memberId }) => memberIds.includes(memberId))
      .map(({ name }) => name)
      .join(', ')
  const owned = sections.map(({ sectionId, title }) => ({
    title,
    owners: names(sectionOwners.find((one) => one.sectionId === sectionId)?.memberIds ?? []),
  }))
  const isNone =
    head === null && [responsible, pupilsCouncil, sectionOwners].every(({ length }) => length === 0)
  if (isNone) {
    return (
      <p>
        <Trans>Nobody has a post in this plan yet. The coordinator gives them out.</Trans>
      </p>
    )
  }
  return (
    <dl className={styles['shown']}>
      <dt>
        <Trans>Head</Trans>
      </dt>
      <dd>{names(head === null ? [] : [head]) || <Nobody />}</dd>
      <dt>
        <Trans>Responsible teachers</Trans>
      </dt>
      <dd>{names(responsible) || <Nobody />}</dd>
      <dt>
        <Trans>Pupils’ council</Trans>
      </dt>
      <dd>{names(pupilsCouncil) || <Nobody />}</dd>
      {owned
        .filter(({ owners }) => owners !== '')
        .map(({ title, owners }) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{owners}</dd>
          </div>
        ))}
    </dl>
  )
}

function Nobody() {
  return <Trans>Nobody yet</Trans>
}
