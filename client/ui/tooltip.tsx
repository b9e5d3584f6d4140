/** The name of an icon button, shown on hover and on keyboard focus. */
import type { ReactNode } from 'react'
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components/Tooltip'
import styles from './tooltip.module.css'

interface TooltipProps {
  readonly words: string
  /** One focusable element: a Button or an IconButton. */
  readonly children: ReactNode
}

export function Tooltip({ words, children }: TooltipProps) {
  return (
    <TooltipTrigger delay={600} closeDelay={100}>
      {children}
      <AriaTooltip className={styles['tooltip']} offset={6}>
        {words}
      </AriaTooltip>
    </TooltipTrigger>
  )
}
