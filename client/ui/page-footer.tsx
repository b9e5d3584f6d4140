/** The foot of every page: whom Samplan is independent of, and the language. */
import { Trans } from '@lingui/react/macro'
import type { Language } from '../../shared/languages.ts'
import { LanguageSwitch } from './language-switch.tsx'
import styles from './page-footer.module.css'

interface PageFooterProps {
  readonly language: Language
  readonly setLanguage: (language: Language) => void
}

export function PageFooter({ language, setLanguage }: PageFooterProps) {
  return (
    <footer className={styles['footer']}>
      <span>
        <Trans>Samplan is independent of the European Commission and eTwinning.</Trans>
      </span>
      <a href="/third-party-notices.txt">
        <Trans>Licences</Trans>
      </a>
      <LanguageSwitch language={language} onChange={setLanguage} />
    </footer>
  )
}
