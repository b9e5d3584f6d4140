/** What is being written and is not said yet, and how it begins: at words, at a place, or again. */
import { useCallback, useState } from 'react'
import type { Anchor } from '../../shared/discuss/anchor.ts'
import type { ThreadPlace } from '../../shared/discuss/thread-place.ts'
import { isId } from '../../shared/ids.ts'
import type { OpenPlan } from '../open-plan/open-plan.ts'
import { beginAt as begunAt, type Begun, goOnAt } from './begun.ts'
import { chosenWords } from './chosen-words.ts'
import type { Draft } from './discuss-setting.ts'
import { placeOfName, placeOfText } from './place-name.ts'
import type { Unfinished } from './unfinished.ts'
import { wayBack } from './way-back.ts'

export interface Drafting {
  readonly draft: Draft | null
  /** On the words that are chosen; without any on the text, or the place, that has the focus. */
  readonly beginAtWords: (main: HTMLElement, mode?: Draft['mode']) => void
  /** @param beside the name of what it is written beside; null: of the place itself. */
  readonly beginAt: (placeName: string, mode: Draft['mode'], beside: string | null) => void
  /** With what was left. */
  readonly goOn: (begun: Begun) => void
  readonly end: () => void
}

export function useDraft(plan: OpenPlan, unfinished: Unfinished): Drafting {
  const [draft, setDraft] = useState<Draft | null>(null)
  const { doc, entry } = plan
  const { epoch } = entry
  const take = useCallback(
    (begun: Begun, goBack: () => void) => {
      unfinished.remember(begun)
      // Asked for twice, the way back is still that from the page.
      setDraft((now) => ({ ...begun, goBack: now?.key === begun.key ? now.goBack : goBack }))
    },
    [unfinished],
  )
  const begin = useCallback(
    (at: Pick<Begun, 'place' | 'beside' | 'mode'>, goBack: () => void) => {
      const begun = begunAt({ ...at, epoch })
      // It begins as it is wanted now.
      unfinished.drop(`${begun.key}/mode`)
      take(begun, goBack)
    },
    [epoch, unfinished, take],
  )
  const beginAtWords = useCallback(
    (main: HTMLElement, mode: Draft['mode'] = 'comment') => {
      const chosen = chosenWords(doc, main)
      const goBack = wayBack(plan, chosen?.textId ?? null)
      const place = chosen
        ? withAnchor(placeOfText(chosen.textId, isId), chosen.anchor)
        : placeOfFocus()
      begin({ place, beside: null, mode }, goBack)
    },
    [plan, doc, begin],
  )
  const beginAt = useCallback(
    (placeName: string, mode: Draft['mode'], beside: string | null) => {
      const place = placeOfName(placeName)
      if (place) begin({ place, beside, mode }, wayBack(plan, null))
    },
    [plan, begin],
  )
  const goOn = useCallback(
    (begun: Begun) => take(goOnAt(begun, doc, epoch), wayBack(plan, null)),
    [plan, doc, epoch, take],
  )
  const end = useCallback(() => setDraft(null), [])
  return { draft, beginAtWords, beginAt, goOn, end }
}

function withAnchor(place: ThreadPlace, anchor: Anchor | null): ThreadPlace {
  return 'anchor' in place ? { ...place, anchor } : place
}

/** The innermost place round what has the focus; the plan when it is in none. */
function placeOfFocus(): ThreadPlace {
  const focused = document.activeElement
  const id = (name: string) => focused?.closest(`[${name}]`)?.getAttribute(name) ?? null
  const [actionId, fieldId, sectionId] = [
    id('data-action-id'),
    id('data-field-id'),
    id('data-section-id'),
  ]
  const name =
    (actionId && `action:${actionId}`) ??
    (fieldId && `field:${fieldId}`) ??
    (sectionId && `section:${sectionId}`)
  return (name ? placeOfName(name) : null) ?? { kind: 'plan' }
}
