/** The button that folds something out and in; what it folds stands below it. */
import { type ReactNode, useId } from 'react'
import { Button } from './button.tsx'

interface DisclosureProps {
  readonly label: ReactNode
  readonly isOpen: boolean
  readonly onToggle: (isOpen: boolean) => void
  readonly children: ReactNode
}

export function Disclosure({ label, isOpen, onToggle, children }: DisclosureProps) {
  const id = useId()
  return (
    <>
      <Button
        tone="quiet"
        size="small"
        iconAfter="chevron-down"
        aria-expanded={isOpen}
        aria-controls={id}
        onPress={() => onToggle(!isOpen)}
      >
        {label}
      </Button>
      <div id={id} hidden={!isOpen}>
        {children}
      </div>
    </>
  )
}
