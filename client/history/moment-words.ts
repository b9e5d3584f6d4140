/** What a moment of a plan is called: by its version's name, and by when it was. */
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import type { Version } from '../../shared/api/history.ts'
import { languageTraits } from '../../shared/languages.ts'
import { useLanguage } from '../words/language.tsx'
import { momentWords } from '../words/dates.ts'
import { useNow } from '../words/use-now.ts'

/** 'i dag kl. 13:52', '12. nov. kl. 13:52' */
export function useWhenWords(): (atMs: number) => string {
  const { t } = useLingui()
  const { language } = useLanguage()
  const nowMs = useNow()
  return (atMs) => {
    const day = momentWords(atMs, nowMs, language)
    const time = timeWords(atMs, languageTraits(language).locale)
    // Of today and yesterday the time is said already.
    return day.includes(time) ? day : t`${day} at ${time}`
  }
}

/** '«Før høringen», 12. nov. kl. 13:52' */
export function useVersionWords(): (version: Pick<Version, 'name' | 'atMs' | 'kind'>) => string {
  const { t } = useLingui()
  const whenWords = useWhenWords()
  return ({ name, atMs, kind }) => {
    const when = whenWords(atMs)
    if (name !== null) return t`“${name}”, ${when}`
    return kind === 'restore' ? t`Before something was restored, ${when}` : when
  }
}

/** '3 endringer' */
export function useCountWords(): (count: number) => string {
  const { t } = useLingui()
  return (count) =>
    t`${plural(count, { 0: 'Nothing has changed', one: '# change', other: '# changes' })}`
}

export function timeWords(atMs: number, locale: string): string {
  return new Date(atMs).toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' })
}
