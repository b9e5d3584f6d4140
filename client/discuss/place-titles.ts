/** Places of a plan in words: what a note says it is about, for those who do not see where it stands. */
import { useLingui } from '@lingui/react/macro'
import type { ActionPart, ThreadPlace } from '../../shared/discuss/thread-place.ts'
import type { Commitment } from '../../shared/plan/commitments.ts'
import type { Action } from '../../shared/plan/plan.ts'
import { oneLine } from '../../shared/text/plain-text.ts'

/** The plan's sections as the page shows them. */
export type MapPlaces = readonly {
  readonly id: string
  readonly number: number | null
  readonly title: string
  readonly commitment: Commitment | null
  readonly fields: readonly { readonly id: string; readonly words: { readonly label: string } }[]
  readonly actions: readonly Action[]
}[]

/** What the parts of an action are called. */
export function usePartNames(): Readonly<Record<ActionPart, string>> {
  const { t } = useLingui()
  return {
    title: t`Title`,
    goal: t`Goal`,
    description: t`How we do it`,
    indicator: t`How we see that it works`,
    pupilsPart: t`The pupils’ part`,
    resources: t`Resources`,
    commitment: t`Commitment`,
    owners: t`Owner`,
    start: t`Start`,
    due: t`Deadline`,
    status: t`Status`,
  }
}

/** 'Felles lederskap, Slik gjør vi det i dag'; of an action its number and title. */
export function usePlaceTitle(places: MapPlaces): (place: ThreadPlace) => string {
  const { t } = useLingui()
  const partNames = usePartNames()
  return (place) => {
    switch (place.kind) {
      case 'plan':
        return t`The whole plan`
      case 'section':
        return places.find(({ id }) => id === place.sectionId)?.title ?? t`A part that is gone`
      case 'field':
        return fieldTitle(places, place.fieldId) ?? t`A part that is gone`
      case 'action': {
        const title = actionTitle(places, place.actionId)
        if (title === null) return t`An action that is gone`
        return place.part === null ? title : `${title}, ${partNames[place.part]}`
      }
    }
  }
}

function fieldTitle(places: MapPlaces, fieldId: string): string | null {
  for (const { title, fields } of places) {
    const field = fields.find(({ id }) => id === fieldId)
    if (field) return `${title}, ${field.words.label}`
  }
  return null
}

function actionTitle(places: MapPlaces, actionId: string): string | null {
  for (const { number, actions } of places) {
    const at = actions.findIndex(({ id }) => id === actionId)
    const action = actions[at]
    if (action) return `${number}.${at + 1} ${oneLine(action.texts.title)}`.trim()
  }
  return null
}
