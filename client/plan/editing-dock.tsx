/**
 * On a narrow window the tools for the text being written, docked at its foot, above the keyboard.
 */
import { TextToolbar } from '../text/text-toolbar.tsx'
import styles from './editing-dock.module.css'

export function EditingDock() {
  return (
    <div className={styles['dock']}>
      <TextToolbar placement="docked" />
    </div>
  )
}
