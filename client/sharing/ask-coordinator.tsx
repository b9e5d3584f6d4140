/** For those who may not invite: whom to ask. */
import { Trans } from '@lingui/react/macro'
import { membersHere } from '../../shared/access/members-here.ts'
import type { MemberCard } from '../../shared/api/plans.ts'
import { useLanguage } from '../words/language.tsx'
import { languageTraits } from '../../shared/languages.ts'

export function AskCoordinator({ members }: { readonly members: readonly MemberCard[] }) {
  const { language } = useLanguage()
  const found = membersHere(members).filter(({ role }) => role === 'coordinator')
  const list = new Intl.ListFormat(languageTraits(language).locale, { type: 'disjunction' })
  const coordinators = list.format(found.map(({ name }) => name))

  return (
    <p>
      {coordinators === '' ? (
        <Trans>The coordinator at your school invites people. Ask there for an invitation.</Trans>
      ) : (
        <Trans>
          The coordinator invites people to the school. Ask {coordinators} for an invitation.
        </Trans>
      )}
    </p>
  )
}
