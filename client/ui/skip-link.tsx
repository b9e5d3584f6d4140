/** The first stop of the keyboard: straight to what the page is about (`<main id="main">`). */
import { Trans } from '@lingui/react/macro'
import styles from './skip-link.module.css'

export function SkipLink() {
  return (
    <a className={styles['skip']} href="#main">
      <Trans>Go to the content</Trans>
    </a>
  )
}
