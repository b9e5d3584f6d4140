/** What is said about the plan (client/discuss), put together with the page that it is about. */
import { Suspense, useCallback, useEffect, useState } from 'react'
import type { ActionId } from '../../shared/ids.ts'
import { anchorOf, type ThreadPlace } from '../../shared/discuss/thread-place.ts'
import { useOpenedAction } from '../actions/opened-action.ts'
import { OwnerPicker } from '../actions/owner-picker.tsx'
import { useCommandWindows } from '../commands/command-window.ts'
import { PAGE_KEYS } from '../commands/key-list.ts'
import { Discussion } from '../discuss/discussion.tsx'
import { textIdOf } from '../discuss/place-name.ts'
import { discussWishOf } from '../open-plan/discuss-wish.ts'
import { useOpenPlan } from '../open-plan/use-open-plan.ts'
import { textEditingOf } from '../text/text-editing.ts'
import { isChord } from '../ui/chords.ts'
import { goToField, goToSection } from './go-to.ts'
import { goToWords } from './go-to-words.ts'
import type { MapSection } from './plan-map.ts'

export function PlanDiscussion({ sections }: { readonly sections: readonly MapSection[] }) {
  const plan = useOpenPlan()
  const { open } = useOpenedAction()
  const [main] = useState(() => document.getElementById('main'))
  const { show } = useCommandWindows()
  useDiscussKeys()

  const goToPlace = useCallback(
    (place: ThreadPlace) => {
      const [textId, anchor] = [textIdOf(place), anchorOf(place)]
      const actionId = place.kind === 'action' ? place.actionId : null
      if (textId !== null && anchor) {
        const ways = {
          editing: textEditingOf(plan),
          openAction: (id: ActionId) => open(id, null),
        }
        goToWords({ textId, actionId, words: anchor.quote }, ways)
      } else if (place.kind === 'field') goToField(place.fieldId)
      else if (place.kind === 'section') goToSection(place.sectionId)
      else if (actionId) open(actionId, 'card')
      else main?.focus()
    },
    [plan, open, main],
  )
  const showPlace = useCallback(
    (place: ThreadPlace) => {
      if (place.kind === 'action' && place.part !== null) open(place.actionId, null)
    },
    [open],
  )
  return (
    <Discussion
      places={sections}
      main={main}
      goToPlace={goToPlace}
      showPlace={showPlace}
      renderOwners={renderOwners}
      onDecisions={() => show('decisions')}
    />
  )
}

function renderOwners(taken: readonly string[], onPick: (ownerKey: string) => void) {
  return (
    <Suspense fallback={null}>
      <OwnerPicker taken={taken} onPick={onPick} />
    </Suspense>
  )
}

/** Comment on the chosen words, and between the text and what is said about it. */
function useDiscussKeys(): void {
  const plan = useOpenPlan()
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing || event.defaultPrevented) return
      if (isChord(event, PAGE_KEYS.comment) && plan.entry.me.mayDiscuss) {
        event.preventDefault()
        discussWishOf(plan).set({ kind: 'comment-on-words' })
      } else if (isChord(event, PAGE_KEYS.notes)) {
        event.preventDefault()
        discussWishOf(plan).set({ kind: 'show', threadId: null })
      }
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [plan])
}
