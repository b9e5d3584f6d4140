/**
 * The button that folds something out and in; what it folds stands below it, and is found while it
 * is folded.
 */
import { type ReactNode, useId } from 'react'
import { Button } from './button.tsx'
import { UntilFound } from './until-found.tsx'

interface DisclosureProps {
  readonly label: ReactNode
  /** By this commands find the button. */
  readonly command?: string
  readonly isOpen: boolean
  readonly onToggle: (isOpen: boolean) => void
  readonly children: ReactNode
}

export function Disclosure({ label, command, isOpen, onToggle, children }: DisclosureProps) {
  const id = useId()
  return (
    <>
      <Button
        tone="quiet"
        size="small"
        iconAfter="chevron-down"
        data-command={command}
        aria-expanded={isOpen}
        aria-controls={id}
        onPress={() => onToggle(!isOpen)}
      >
        {label}
      </Button>
      <UntilFound id={id} isOpen={isOpen} onFound={() => onToggle(true)}>
        {children}
      </UntilFound>
    </>
  )
}
