/**
 * A form whose fields say themselves what is wrong with them: marked, described by it, and the
 * first one focused. What the browser finds is in text-input.tsx; what the server refuses comes
 * here.
 */
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react'
import { focusField, letPass } from './focus-field.ts'
import { type Refusal, RefusalProvider } from './refusal.ts'

interface FormProps {
  readonly className?: string | undefined
  /** null: nothing was refused, or no field is to blame. */
  readonly refusal: Refusal | null
  readonly onSubmit: (event: FormEvent<HTMLFormElement>) => void
  readonly children: ReactNode
}

export function Form({ refusal, children, ...rest }: FormProps) {
  const form = useRef<HTMLFormElement>(null)
  const [error, field] = [refusal?.error, refusal?.field]
  useEffect(() => {
    const element = form.current
    if (!element || !error || field === undefined) return undefined
    focusField(element, field)
    // Enter in a field presses the button too, before the browser looks at the fields.
    const pressed = ({ target }: Event) => {
      if (target instanceof Element && target.closest('[type="submit"]')) letPass(element, field)
    }
    element.addEventListener('click', pressed, { capture: true })
    return () => element.removeEventListener('click', pressed, { capture: true })
  }, [error, field])
  return (
    <RefusalProvider value={refusal}>
      <form ref={form} {...rest}>
        {children}
      </form>
    </RefusalProvider>
  )
}
