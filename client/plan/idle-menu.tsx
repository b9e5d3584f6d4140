/**
 * A menu of the bar, loaded while nobody waits or when it is wanted: until then a
 * button stands in its place, and who presses that gets the menu open.
 */
import { type ReactNode, Suspense, useEffect, useRef, useState } from 'react'
import { inQuietMoment } from '../ui/quiet-moment.ts'

interface IdleMenuProps {
  /** The button that stands in its place. */
  readonly renderButton: (onPress: () => void) => ReactNode
  /** The menu, lazy. `isOpen`: it was wanted before it was there. */
  readonly renderMenu: (isOpen: boolean) => ReactNode
}

export function IdleMenu({ renderButton, renderMenu }: IdleMenuProps) {
  const [state, setState] = useState<'waiting' | 'there' | 'wanted'>('waiting')
  const place = useRef<HTMLSpanElement>(null)
  const want = () => setState('wanted')

  useEffect(
    () =>
      inQuietMoment(() => {
        // Whoever stands on the button keeps it, and gets the menu by pressing it.
        if (place.current?.contains(document.activeElement)) return
        setState((now) => (now === 'waiting' ? 'there' : now))
      }),
    [],
  )
  return (
    <span ref={place}>
      {state === 'waiting' ? (
        renderButton(want)
      ) : (
        <Suspense fallback={renderButton(want)}>{renderMenu(state === 'wanted')}</Suspense>
      )}
    </span>
  )
}
