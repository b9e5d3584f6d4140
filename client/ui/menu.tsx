/** A menu under a button. Compose: MenuTrigger > (Button, MenuBox > MenuChoice). */
import type { ReactNode } from 'react'
import {
  Menu as AriaMenu,
  MenuItem,
  type MenuItemProps,
  MenuSection as AriaMenuSection,
  type MenuProps,
} from 'react-aria-components/Menu'
import { Header } from 'react-aria-components/Header'
import { Icon, type IconName } from './icon.tsx'
import styles from './menu.module.css'
import { PopoverBox } from './popover.tsx'

interface MenuBoxProps extends Omit<MenuProps<object>, 'className' | 'style' | 'children'> {
  readonly children: ReactNode
  /** Which edge it shares with its button: the end for those at the end of a bar. */
  readonly align?: 'start' | 'end'
}

export function MenuBox({ children, align = 'end', ...rest }: MenuBoxProps) {
  return (
    <PopoverBox placement={`bottom ${align}`}>
      <AriaMenu {...rest} className={styles['menu']}>
        {children}
      </AriaMenu>
    </PopoverBox>
  )
}

interface MenuChoiceProps extends Omit<MenuItemProps, 'className' | 'style' | 'children'> {
  readonly icon?: IconName
  readonly children: ReactNode
  /** A line of explanation under the words. */
  readonly hint?: string
}

export function MenuChoice({ icon, children, hint, ...rest }: MenuChoiceProps) {
  return (
    <MenuItem {...rest} className={styles['choice']}>
      <span className={styles['icon']}>{icon && <Icon name={icon} />}</span>
      <span>
        {children}
        {hint && <span className={styles['hint']}>{hint}</span>}
      </span>
    </MenuItem>
  )
}

interface MenuToggleProps {
  readonly isOn: boolean
  readonly children: string
  /** A line of explanation under the words. */
  readonly hint?: string
  readonly onChange: (isOn: boolean) => void
}

/** A choice that is on or off; the menu stays open. */
export function MenuToggle({ isOn, children, hint, onChange }: MenuToggleProps) {
  return (
    <AriaMenuSection
      className={styles['section']}
      aria-label={children}
      selectionMode="multiple"
      selectedKeys={isOn ? ['on'] : []}
      onSelectionChange={(keys) => onChange(keys === 'all' || keys.has('on'))}
      shouldCloseOnSelect={false}
    >
      <MenuItem id="on" className={styles['choice']} textValue={children}>
        {({ isSelected }) => (
          <>
            <span className={styles['box']} data-checked={isSelected}>
              {isSelected && <Icon name="check" />}
            </span>
            <span>
              {children}
              {hint && <span className={styles['hint']}>{hint}</span>}
            </span>
          </>
        )}
      </MenuItem>
    </AriaMenuSection>
  )
}

interface MenuSectionProps {
  readonly title: string
  readonly children: ReactNode
}

export function MenuSection({ title, children }: MenuSectionProps) {
  return (
    <AriaMenuSection className={styles['section']}>
      <Header className={styles['header']}>{title}</Header>
      {children}
    </AriaMenuSection>
  )
}
