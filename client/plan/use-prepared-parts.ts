/**
 * Loads what one needs a moment after one can type, while nobody waits for it:
 * the card of an action, the tools of a text, the list of all commands. Without
 * connection each is tried again when it is wanted.
 */
import { useEffect } from 'react'
import { preparePasting } from '../text/paste/paste.ts'
import { inQuietMoment } from '../ui/quiet-moment.ts'

export function usePreparedParts(): void {
  useEffect(
    () =>
      inQuietMoment(() => {
        const parts = [
          import('../actions/action-card.tsx'),
          preparePasting(),
          import('../text/tool-menus.tsx'),
          import('../text/slash-menu.tsx'),
          import('./plan-palette.tsx'),
        ]
        Promise.allSettled(parts).catch(() => undefined)
      }),
    [],
  )
}
