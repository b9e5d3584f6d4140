/** Facts of an action in words: what a suggestion would change, and into what. */
import { useLingui } from '@lingui/react/macro'
import type { FactChange, FactValues } from '../../shared/discuss/suggestion.ts'
import type { ActionFact } from '../../shared/discuss/thread-place.ts'
import type { Action } from '../../shared/plan/plan.ts'
import { useStatusWords } from '../ui/status-words.ts'
import { shortDate } from '../words/dates.ts'
import { useLanguage } from '../words/language.tsx'
import { useDiscussSetting } from './discuss-setting.ts'

/** What a suggestion goes from and to, in words. */
export function useFactWords(): (change: FactChange) => {
  readonly from: string
  readonly to: string
} {
  const { t } = useLingui()
  const { language } = useLanguage()
  const { entry, places } = useDiscussSetting()
  const statusWords = useStatusWords()
  const date = (value: FactValues['due']) =>
    value === null ? t`no date` : shortDate(value, language)
  const commitment = (value: FactValues['commitment']) =>
    places.find((section) => section.commitment === value)?.title ?? value
  const owner = (key: string) => {
    if (key.startsWith('name:')) return key.slice('name:'.length)
    return entry.members.find(({ memberId }) => memberId === key)?.name ?? t`Former colleague`
  }
  const owners = (keys: FactValues['owners']) =>
    keys.length === 0 ? t`nobody` : keys.map(owner).join(', ')
  return (change) => {
    switch (change.fact) {
      case 'commitment':
        return { from: commitment(change.from), to: commitment(change.to) }
      case 'owners':
        return { from: owners(change.from), to: owners(change.to) }
      case 'status':
        return { from: statusWords[change.from], to: statusWords[change.to] }
      case 'start':
      case 'due':
        return { from: date(change.from), to: date(change.to) }
    }
  }
}

/** The fact as the plan has it. */
export function factOf<Fact extends ActionFact>(action: Action, fact: Fact): FactValues[Fact] {
  const { commitment, start, due, status } = action
  const owners = action.owners.map((owner) =>
    owner.kind === 'member' ? owner.memberId : `name:${owner.name}`,
  )
  const values: FactValues = { commitment, start, due, status, owners }
  return values[fact]
}

/** Do the two say the same? The order of owners says nothing. */
export function isSameFact(a: unknown, b: unknown): boolean {
  return plainFact(a) === plainFact(b)
}

function plainFact(value: unknown): string {
  return JSON.stringify(Array.isArray(value) ? value.toSorted() : value)
}
