/**
 * A deed of the audit trail as a sentence: who did what, with whom, on what. Whole
 * phrases, never put together from parts, so that every language can turn them.
 */
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { PLAN_RIGHTS, type PlanRight } from '../../shared/access/plan-right.ts'
import { ROLES } from '../../shared/access/policy.ts'
import type { AuditDeed, AuditItem } from '../../shared/api/audit.ts'
import { useLanguage } from '../words/language.tsx'
import { languageTraits } from '../../shared/languages.ts'
import { useRightWords, useRoleWords } from './role-words.ts'
import { useSettingWords } from './setting-words.ts'

/** @param titles what the plans are called that are still known. */
type AuditSentence = (item: AuditItem, titles: ReadonlyMap<string, string>) => string

export function useAuditSentence(): AuditSentence {
  const { t } = useLingui()
  const { language } = useLanguage()
  const roleWords = useRoleWords()
  const rightWords = useRightWords()
  const settingWords = useSettingWords()
  const list = new Intl.ListFormat(languageTraits(language).locale)

  return (item, titles) => {
    const { actor, member, facts, text } = item
    const who = actor === null ? t`The server` : (actor.name ?? t`Somebody who has left`)
    const whom = member?.name ?? t`somebody who has left`
    const plan = titles.get(item.objectId) ?? t`a plan that is gone`
    const itsPlan = titles.get(String(facts['planId'])) ?? t`a plan that is gone`
    const role = roleIn(facts['role'])
    const roleWord = role ? roleWords[role].inSentence : ''
    const count = typeof facts['count'] === 'number' ? facts['count'] : 1

    const sentences: Readonly<Record<AuditDeed, () => string>> = {
      'school-made': () => t`${who} set the school up.`,
      'school-restored': () => t`The school’s data were restored from a backup.`,
      'settings-changed': () => {
        const changed = Array.isArray(facts['changed']) ? facts['changed'] : []
        const what = list.format(changed.map((key) => settingWords(key)))
        return t`${who} changed in the settings: ${what}.`
      },
      'invitation-made': () =>
        facts['personal'] === true
          ? t`${who} invited one person by e-mail (${roleWord}).`
          : t`${who} made an invitation link (${roleWord}).`,
      'invitation-revoked': () => t`${who} revoked an invitation.`,
      'invitation-used': () => t`${whom} came in by an invitation (${roleWord}).`,
      'guests-ended': () =>
        t`${plural(count, {
          one: `${who} ended the access of the guest who came by an invitation link.`,
          other: `${who} ended the access of the # guests who came by an invitation link.`,
        })}`,
      'pupil-door-opened': () => t`${who} made a code for pupils to “${itsPlan}”.`,
      'pupil-door-closed': () => t`${who} closed a code for pupils.`,
      'pupil-came-in': () => t`The pupil ${whom} came in to “${itsPlan}” by a code.`,
      'return-code-renewed': () => t`${who} made a new return code for ${whom}.`,
      'member-came-by-provider': () =>
        t`${whom} came in by the school’s sign-in service (${roleWord}).`,
      'sign-in-link-made': () => t`${who} made a sign-in link for ${whom}.`,
      'role-changed': () => {
        const [from, to] = [roleIn(facts['from']), roleIn(facts['to'])]
        const before = from ? roleWords[from].inSentence : ''
        const after = to ? roleWords[to].inSentence : ''
        return t`${who} changed the role of ${whom} from ${before} to ${after}.`
      },
      'member-suspended': () => t`${who} suspended ${whom}.`,
      'member-restored': () => t`${who} let ${whom} in again.`,
      'member-removed': () =>
        member?.name == null
          ? t`${who} removed somebody from the school (${roleWord}).`
          : t`${who} removed ${whom} from the school.`,
      'member-erased': () =>
        actor?.memberId === item.objectId
          ? t`${who} was erased, as they wished (${roleWord}).`
          : t`${who} erased a person (${roleWord}).`,
      'member-renamed': () =>
        text === null ? t`${who} corrected a name.` : t`${who} corrected a name to “${text}”.`,
      'sessions-revoked': () =>
        t`${plural(count, {
          one: `${who} signed out on another device.`,
          other: `${who} signed out on # other devices.`,
        })}`,
      'plan-made': () => t`${who} made the plan “${plan}”.`,
      'plan-removed': () =>
        facts['reason'] === 'deleted-long-ago'
          ? t`A plan that was deleted 30 days before was removed for good.`
          : t`A plan that never got any content was removed.`,
      'plan-state-changed': () => stateSentence(facts['from'], facts['to']),
      'posts-changed': () => t`${who} changed the posts of “${plan}”.`,
      'plan-redaction-begun': () => t`${who} began to take something out of “${plan}”.`,
      'plan-redacted': () => t`${who} took something out of “${plan}” and its history.`,
      'decision-noted': () =>
        facts['isTakenAway'] === true
          ? t`${who} took a decision in “${plan}” back.`
          : t`${who} noted a decision in “${plan}”.`,
      'right-changed': () => {
        const right = rightIn(facts['to'])
        if (right === null) return t`${who} gave ${whom} the usual right on “${plan}” again.`
        const now = rightWords[right]
        return t`${who} changed what ${whom} may do with “${plan}”: ${now}.`
      },
    }
    return sentences[item.deed]()

    function stateSentence(from: unknown, to: unknown): string {
      if (to === 'closed') return t`${who} closed the plan “${plan}”.`
      if (to === 'archived') return t`${who} archived the plan “${plan}”.`
      if (to === 'deleted') return t`${who} deleted the plan “${plan}”.`
      if (from === 'deleted') return t`${who} restored the plan “${plan}”.`
      return t`${who} opened the plan “${plan}” for writing again.`
    }
  }
}

function roleIn(fact: unknown) {
  return ROLES.find((role) => role === fact) ?? null
}

function rightIn(fact: unknown): PlanRight | null {
  return PLAN_RIGHTS.find((right) => right === fact) ?? null
}
