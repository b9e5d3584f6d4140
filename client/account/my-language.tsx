/** The language I want the interface in; kept at once, on every device. */
import { Trans } from '@lingui/react/macro'
import { LANGUAGES, languageTraits } from '../../shared/languages.ts'
import { Segments } from '../ui/segments.tsx'
import { useLanguage } from '../words/language.tsx'
import styles from './account.module.css'

export function MyLanguage() {
  const { language, setLanguage } = useLanguage()
  return (
    <section className={styles['part']}>
      <h2 id="my-language">
        <Trans>Language</Trans>
      </h2>
      <p className={styles['hint']}>
        <Trans>What you and others write stays as it is written.</Trans>
      </p>
      <Segments
        labelledBy="my-language"
        value={language}
        onChange={setLanguage}
        segments={LANGUAGES.map((one) => ({ value: one, label: languageTraits(one).name }))}
      />
    </section>
  )
}
