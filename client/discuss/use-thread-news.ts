/** Tells listeners politely what others said, since the page was there: one sentence at a time. */
import { useLingui } from '@lingui/react/macro'
import { useEffect, useRef } from 'react'
import { useAnnounce } from '../ui/announcer.tsx'
import { type MapPlaces, usePlaceTitle } from './place-titles.ts'
import type { ShownThread } from './shown-threads.ts'

/** @param threads null: not known yet; what is in them at first is no news. */
export function useThreadNews(
  threads: readonly ShownThread[] | null,
  places: MapPlaces,
  myId: string,
): void {
  const { t } = useLingui()
  const announce = useAnnounce()
  const titleOf = usePlaceTitle(places)
  const heard = useRef<ReadonlySet<string> | null>(null)

  useEffect(() => {
    if (threads === null) return
    const before = heard.current
    const said = threads.flatMap((thread) =>
      thread.messages.map((message) => ({ thread, message })),
    )
    heard.current = new Set(said.map(({ message }) => message.messageId))
    if (before === null) return
    const fresh = said.filter(
      ({ message }) => !before.has(message.messageId) && message.by.memberId !== myId,
    )
    const latest = fresh.at(-1)
    if (!latest) return
    const { name } = latest.message.by
    const place = titleOf(latest.thread.place)
    const isFirst = latest.thread.messages[0] === latest.message
    if (!isFirst) announce(t`${name} replied: ${place}`)
    else if (latest.thread.suggestion) announce(t`${name} suggests a change: ${place}`)
    else announce(t`${name} commented: ${place}`)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- news is what was said, not how it is called
  }, [threads, announce, myId])
}
