/** What a school sets for itself, named within a sentence. */
import { useLingui } from '@lingui/react/macro'
import type { SchoolSettings } from '../../shared/api/school-settings.ts'

/** @returns names a setting by its key; what is not one is named as itself. */
export function useSettingWords(): (key: unknown) => string {
  const { t } = useLingui()
  const words: Readonly<Record<keyof SchoolSettings, string>> = {
    name: t`the name`,
    language: t`the language`,
    timeZone: t`the time zone`,
    calendar: t`the school calendar`,
    retentionDays: t`how long things are kept`,
  }
  const isSetting = (key: string): key is keyof SchoolSettings => Object.hasOwn(words, key)
  return (key) => (typeof key === 'string' ? (isSetting(key) ? words[key] : key) : '')
}
