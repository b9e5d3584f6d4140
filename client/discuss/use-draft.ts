/** What is being written and is not said yet, and how it begins: at words, or at a place. */
import { useCallback, useState } from 'react'
import type { Anchor } from '../../shared/discuss/anchor.ts'
import type { ThreadPlace } from '../../shared/discuss/thread-place.ts'
import { isId } from '../../shared/ids.ts'
import type { OpenPlan } from '../open-plan/open-plan.ts'
import { chosenWords } from './chosen-words.ts'
import type { Draft } from './discuss-setting.ts'
import { placeOfName, placeOfText } from './place-name.ts'
import { wayBack } from './way-back.ts'

export interface Drafting {
  readonly draft: Draft | null
  /** On the words that are chosen; without any on the text, or the place, that has the focus. */
  readonly beginAtWords: (main: HTMLElement, mode?: Draft['mode']) => void
  /** @param beside the name of what it is written beside; null: of the place itself. */
  readonly beginAt: (placeName: string, mode: Draft['mode'], beside: string | null) => void
  readonly end: () => void
}

export function useDraft(plan: OpenPlan): Drafting {
  const [draft, setDraft] = useState<Draft | null>(null)
  const begin = useCallback(
    (place: ThreadPlace, beside: string | null, mode: Draft['mode'], goBack: () => void) =>
      setDraft({ place, beside, quote: quoteOf(place), mode, goBack }),
    [],
  )
  const beginAtWords = useCallback(
    (main: HTMLElement, mode: Draft['mode'] = 'comment') => {
      const chosen = chosenWords(plan.doc, main)
      const goBack = wayBack(plan, chosen?.textId ?? null)
      const place = chosen
        ? withAnchor(placeOfText(chosen.textId, isId), chosen.anchor)
        : placeOfFocus()
      begin(place, null, mode, goBack)
    },
    [plan, begin],
  )
  const beginAt = useCallback(
    (placeName: string, mode: Draft['mode'], beside: string | null) => {
      const place = placeOfName(placeName)
      if (place) begin(place, beside, mode, wayBack(plan, null))
    },
    [plan, begin],
  )
  const end = useCallback(() => setDraft(null), [])
  return { draft, beginAtWords, beginAt, end }
}

function withAnchor(place: ThreadPlace, anchor: Anchor | null): ThreadPlace {
  return place.kind === 'field' || place.kind === 'action' ? { ...place, anchor } : place
}

function quoteOf(place: ThreadPlace): string | null {
  return place.kind === 'field' || place.kind === 'action' ? (place.anchor?.quote ?? null) : null
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
