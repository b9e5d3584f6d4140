/** Owners of actions as people: names and hues. */
import { useLingui } from '@lingui/react/macro'
import { type PersonColour, personColour } from '../../shared/access/person-colour.ts'
import type { Owner } from '../../shared/plan/plan.ts'
import { useHueOf } from '../open-plan/use-hue-of.ts'
import { useActionSetting } from './action-setting.ts'

export interface OwnerPerson {
  /** Its key in the owners set of an action. */
  readonly key: string
  readonly name: string
  readonly colour: PersonColour
}

export function useOwnerPerson(): (owner: Owner) => OwnerPerson {
  const { t } = useLingui()
  const { members } = useActionSetting()
  const hueOf = useHueOf()
  return (owner) => {
    if (owner.kind === 'name') {
      return { key: `name:${owner.name}`, name: owner.name, colour: personColour(owner.name) }
    }
    const member = members.find(({ memberId }) => memberId === owner.memberId)
    const name = member?.name ?? t`Former colleague`
    return { key: owner.memberId, name, colour: hueOf(owner.memberId) }
  }
}
