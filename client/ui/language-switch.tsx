/** The languages of the interface, each by its own name, in a row. */
import { useLingui } from '@lingui/react/macro'
import { type Language, LANGUAGES, languageTraits } from '../../shared/languages.ts'
import styles from './language-switch.module.css'

interface LanguageSwitchProps {
  readonly language: Language
  readonly onChange: (language: Language) => void
}

export function LanguageSwitch({ language, onChange }: LanguageSwitchProps) {
  const { t } = useLingui()
  return (
    <fieldset className={styles['switch']} aria-label={t`Language`}>
      {LANGUAGES.map((one) => (
        <button
          key={one}
          type="button"
          className={styles['choice']}
          lang={one}
          aria-pressed={one === language}
          onClick={() => onChange(one)}
        >
          {languageTraits(one).name}
        </button>
      ))}
    </fieldset>
  )
}
