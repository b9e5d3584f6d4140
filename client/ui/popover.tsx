/** A box beside the button that opened it: for a date, a list to choose from. */
import type { ReactNode } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Popover as AriaPopover, type PopoverProps } from 'react-aria-components/Popover'
import styles from './popover.module.css'

/** The bare box; a menu brings its own role. Nothing of ours casts a shadow: it has a line. */
export function PopoverBox(props: Omit<PopoverProps, 'className' | 'style'>) {
  return <AriaPopover offset={4} {...props} className={styles['popover']} />
}

interface PopoverDialogProps extends Pick<PopoverProps, 'triggerRef' | 'isOpen' | 'onOpenChange'> {
  readonly label: string
  readonly children: ReactNode | ((close: () => void) => ReactNode)
}

/** A box with a name of its own, for what is more than a menu. */
export function PopoverDialog({ label, children, ...rest }: PopoverDialogProps) {
  return (
    <PopoverBox {...rest} placement="bottom start">
      <Dialog className={styles['dialog']} aria-label={label}>
        {({ close }) => (typeof children === 'function' ? children(close) : children)}
      </Dialog>
    </PopoverBox>
  )
}
