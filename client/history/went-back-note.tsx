/**
 * Tells whoever writes in the plan that somebody went back: who, what, to when. It leads to what
 * changed by it, where each part can be had back. A notice at the foot of the window, so that
 * nothing moves under their hands; it stays until it is seen. When somebody goes back once more
 * before that, it is one notice for all, which leads to what changed by all of them.
 */
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useEffect, useEffectEvent } from 'react'
import { useLocation } from 'wouter'
import type { PlanEntry } from '../../shared/api/plans.ts'
import { findText } from '../../shared/discuss/find-text.ts'
import { flatText } from '../../shared/discuss/flat-text.ts'
import type { ActionId } from '../../shared/ids.ts'
import type { WentBack } from '../../shared/protocol/notice.ts'
import { findTemplate } from '../../shared/templates/templates.ts'
import type { OpenPlan } from '../open-plan/open-plan.ts'
import { useOpenPlan } from '../open-plan/use-open-plan.ts'
import { useNotice } from '../ui/notice.tsx'
import { useLanguage } from '../words/language.tsx'
import { historyAddress } from './history-choice.ts'
import { useWhenWords } from './moment-words.ts'

interface WentBackNoteProps {
  readonly entry: PlanEntry
  readonly wentBack: WentBack
}

/** The page may be drawn afresh: nobody is told twice. */
const told = new WeakSet<WentBack>()

/** What was told and not seen yet, by the plan as it was opened; in its order. */
const unseenOf = new WeakMap<OpenPlan, readonly WentBack[]>()

export function WentBackNote({ entry, wentBack }: WentBackNoteProps) {
  const { t } = useLingui()
  const show = useNotice()
  const [, go] = useLocation()
  const plan = useOpenPlan()
  const sentence = useSentence(entry)
  const tell = useEffectEvent((news: WentBack) => {
    if (told.has(news)) return
    told.add(news)
    const earlier = unseenOf.get(plan) ?? []
    unseenOf.set(plan, [...earlier, news])
    const [first = news] = earlier
    const count = earlier.length
    const more = t`${plural(count, {
      one: 'That was done once before this, too.',
      other: 'That was done # times before this, too.',
    })}`
    const kept = t`What you wrote can be brought back.`
    show({
      words: [sentence(news), ...(count === 0 ? [] : [more]), kept].join(' '),
      action: {
        label: t`See what changed`,
        onPress: () => go(historyAddress(entry.planId, { from: first.before })),
      },
      onSeen: () => unseenOf.delete(plan),
    })
  })
  useEffect(() => tell(wentBack), [wentBack])
  return null
}

function useSentence({ members, template: { id, version } }: PlanEntry) {
  const { t } = useLingui()
  const { language } = useLanguage()
  const { doc } = useOpenPlan()
  const whenWords = useWhenWords()
  const nameOf = (memberId: string) =>
    members.find((member) => member.memberId === memberId)?.name ?? t`A colleague`
  const sectionTitle = (sectionId: string) =>
    findTemplate(id, version)?.words[language].sections[sectionId]?.title ?? sectionId
  const actionTitle = (actionId: string) => {
    const text = findText(doc, { actionId: actionId as ActionId, text: 'title' })
    return (text && flatText(text).words.trim()) || t`Action without a name`
  }

  return ({ by, what, atMs, name: versionName }: WentBack): string => {
    const [name, when] = [nameOf(by), whenWords(atMs)]
    if (what.kind === 'plan') {
      return versionName === null
        ? t`${name} took the plan back to how it was ${when}.`
        : t`${name} took the plan back to “${versionName}”, ${when}.`
    }
    const title =
      what.kind === 'section' ? sectionTitle(what.sectionId) : actionTitle(what.actionId)
    return t`${name} took “${title}” back to how it was ${when}.`
  }
}
