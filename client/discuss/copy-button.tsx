/** Copies words that are shown. Where the browser will not, they are selected, so that the person can. */
import { useLingui } from '@lingui/react/macro'
import { type RefObject } from 'react'
import { Button } from '../ui/button.tsx'
import { useCopying } from '../ui/use-copying.ts'

interface CopyButtonProps {
  readonly text: string
  /** Where they are shown. */
  readonly shown: RefObject<HTMLElement | null>
  readonly 'aria-describedby': string
}

export function CopyButton({ text, shown, ...rest }: CopyButtonProps) {
  const { t } = useLingui()
  const { outcome, copy } = useCopying(text, shown)
  return (
    <>
      <Button {...rest} size="small" icon={outcome === 'copied' ? 'check' : 'copy'} onPress={copy}>
        {t`Copy the text`}
      </Button>
      <output>
        {outcome === 'copied' && t`Copied`}
        {outcome === 'refused' && t`The browser would not copy. The text is selected: copy it.`}
      </output>
    </>
  )
}
