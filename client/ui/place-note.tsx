/**
 * A word beside a place of the plan, that whoever composes the page brings: who changed it last.
 * Fields and actions keep a place for it and know nothing of where it comes from.
 */
import { createContext, type ReactNode, useContext } from 'react'

type RenderPlaceNote = (place: string) => ReactNode

const PlaceNoteContext = createContext<RenderPlaceNote>(() => null)

export const PlaceNoteProvider = PlaceNoteContext.Provider

interface PlaceNoteProps {
  /** 'field:leadership.today', 'action:<id>': as in shared/api/history.ts. */
  readonly place: string
}

export function PlaceNote({ place }: PlaceNoteProps) {
  return useContext(PlaceNoteContext)(place)
}
