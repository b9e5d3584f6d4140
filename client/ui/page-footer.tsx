/** The foot of every page: whom Samplan is independent of, the licences, the language. */
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
      <FooterParts language={language} setLanguage={setLanguage} />
    </footer>
  )
}

/** What stands in it, for a page that lays its foot out in its own way. */
export function FooterParts({ language, setLanguage }: PageFooterProps) {
  return (
    <>
      <span>
        <Trans>Samplan is independent of the European Commission and eTwinning.</Trans>
      </span>
      <a className={styles['licences']} href="/third-party-notices.txt">
        <Trans>Licences</Trans>
      </a>
      <LanguageSwitch language={language} onChange={setLanguage} />
    </>
  )
}
