/** The box of a date button: open from the moment it is drawn. */
import type { RefObject } from 'react'
import type { CalendarDate } from '../../shared/calendar-date.ts'
import { DatePanel } from './date-panel.tsx'
import { PopoverDialog } from './popover.tsx'

interface DateBoxProps {
  readonly trigger: RefObject<HTMLElement | null>
  readonly label: string
  readonly date: CalendarDate | null
  readonly onChange: (date: CalendarDate | null) => void
  readonly onClose: () => void
}

export function DateBox({ trigger, label, date, onChange, onClose }: DateBoxProps) {
  return (
    <PopoverDialog
      label={label}
      triggerRef={trigger}
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <DatePanel label={label} date={date} onChange={onChange} onClose={onClose} />
    </PopoverDialog>
  )
}
