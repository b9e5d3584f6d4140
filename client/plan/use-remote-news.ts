/**
 * Tells listeners politely what others do: who came, who writes where. At most
 * one sentence in a while, and only what is new since the last one.
 */
import { useLingui } from '@lingui/react/macro'
import { useEffect, useRef } from 'react'
import type { Person } from '../open-plan/people.ts'
import { usePeople } from '../open-plan/use-people.ts'
import { useAnnounce } from '../ui/announcer.tsx'
import { onePerPerson } from './people-in.ts'
import type { MapSection } from './plan-map.ts'

const QUIET_MS = 8000

export function useRemoteNews(sections: readonly MapSection[]): void {
  const { t } = useLingui()
  const announce = useAnnounce()
  const people = onePerPerson(usePeople())
  const told = useRef({ news: '', ms: 0 })

  const [writer] = people.filter((person) => !person.isCalm && person.caret !== null)
  const place = writer && placeName(writer, sections)
  const name = writer?.name ?? ''
  const news = place ? t`${name} is writing in ${place}` : ''

  useEffect(() => {
    if (news === '' || news === told.current.news) return undefined
    const wait = Math.max(0, told.current.ms + QUIET_MS - Date.now())
    const timer = setTimeout(() => {
      told.current = { news, ms: Date.now() }
      announce(news)
    }, wait)
    return () => clearTimeout(timer)
  }, [news, announce])
}

function placeName(person: Person, sections: readonly MapSection[]): string | null {
  const section = sections.find(({ id }) => id === person.at.sectionId)
  return section?.title ?? null
}
