/** Somebody else saved the settings while one was filling in the form: which, and what now. */
import { Trans, useLingui } from '@lingui/react/macro'
import type { SchoolSettings } from '../../shared/api/school-settings.ts'
import { languageTraits } from '../../shared/languages.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { useLanguage } from '../words/language.tsx'
import { useSettingWords } from './setting-words.ts'
import styles from './settings.module.css'

interface ChangedMeanwhileProps {
  readonly changed: readonly (keyof SchoolSettings)[]
  readonly onKeepMine: () => void
  readonly onTakeTheirs: () => void
}

export function ChangedMeanwhile({ changed, onKeepMine, onTakeTheirs }: ChangedMeanwhileProps) {
  const { t } = useLingui()
  const { language } = useLanguage()
  const words = useSettingWords()
  const what = new Intl.ListFormat(languageTraits(language).locale).format(changed.map(words))
  return (
    <ErrorNotice
      title={t`Somebody else changed the settings meanwhile`}
      action={
        <div className={styles['buttons']}>
          <Button onPress={onTakeTheirs}>
            <Trans>Show theirs, and drop mine</Trans>
          </Button>
          <Button onPress={onKeepMine}>
            <Trans>Save mine over theirs</Trans>
          </Button>
        </div>
      }
    >
      <Trans>They changed {what}. Nothing of yours is saved yet.</Trans>
    </ErrorNotice>
  )
}
