/**
 * What is folded away and can be found all the same: the browser's find in page looks
 * into it and asks for it to be unfolded (`hidden="until-found"`).
 */
import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react'

interface UntilFoundProps {
  readonly id?: string
  readonly className?: string | undefined
  readonly isOpen: boolean
  /** Something in it was found: it is shown already. */
  readonly onFound: () => void
  readonly children: ReactNode
}

export function UntilFound({ id, className, isOpen, onFound, children }: UntilFoundProps) {
  const box = useRef<HTMLDivElement>(null)
  const latest = useRef(onFound)
  useLayoutEffect(() => {
    latest.current = onFound
  })
  // Not as a prop: React knows only hidden or not.
  useLayoutEffect(() => {
    if (isOpen) box.current?.removeAttribute('hidden')
    else box.current?.setAttribute('hidden', 'until-found')
  }, [isOpen])
  useEffect(() => {
    const element = box.current
    const tell = (event: Event) => {
      if (event.target === element) latest.current()
    }
    element?.addEventListener('beforematch', tell)
    return () => element?.removeEventListener('beforematch', tell)
  }, [])

  return (
    <div ref={box} id={id} className={className}>
      {children}
    </div>
  )
}

/** Unfolds everything that an element is folded away in, as find in page does. */
export function reveal(element: Element): void {
  let folded = element.closest('[hidden="until-found"]')
  while (folded) {
    folded.dispatchEvent(new Event('beforematch', { bubbles: true }))
    folded.removeAttribute('hidden')
    folded = folded.closest('[hidden="until-found"]')
  }
}
