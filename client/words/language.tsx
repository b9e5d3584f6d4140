/**
 * The language of the interface: the signed-in person's, else what was chosen on
 * this device, else what the browser wishes for. `<html lang>` and `dir` follow it.
 */
import { i18n, type Messages } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react'
import { I18nProvider as AriaLocaleProvider } from 'react-aria-components/I18nProvider'
import {
  chooseLanguage,
  isLanguage,
  type Language,
  languageTraits,
} from '../../shared/languages.ts'
import { words } from 'virtual:words'
import { withPlainValues } from './plain-values.ts'

const KEY = 'samplan.language'

const PAGE_I18N = withPlainValues(i18n)

/** The words that come at the start; those of some pages come with them (shared/words/parts.ts). */
const MAIN = 'main'
/** The pages with words of their own that were wanted, and when those are there. */
const pagesShown = new Map<string, Promise<void>>()

interface LanguageChoice {
  readonly language: Language
  readonly setLanguage: (language: Language) => void
}

const LanguageContext = createContext<LanguageChoice>({
  language: 'nb',
  setLanguage: () => undefined,
})

/** The language that is shown, and how to change it. */
export function useLanguage(): LanguageChoice {
  return useContext(LanguageContext)
}

/** What someone who is not known here is likely to read. */
export function guessLanguage(): Language {
  const chosen = storedLanguage()
  return isLanguage(chosen) ? chosen : chooseLanguage(navigator.languages)
}

/** Begins to load words that are likely to be wanted. */
export function prepareLanguage(language: Language): void {
  loadWords(language, MAIN).catch(() => undefined)
}

/** Loads the words and makes them the ones that are shown. */
export async function activateLanguage(language: Language): Promise<void> {
  let loaded: readonly Messages[] = []
  // A page may be wanted while the words of the others are on their way.
  while (loaded.length <= pagesShown.size) {
    const parts = [MAIN, ...pagesShown.keys()]
    loaded = await Promise.all(parts.map((part) => loadWords(language, part)))
  }
  const messages = Object.assign({}, ...loaded) as Messages
  const { locale, direction } = languageTraits(language)
  // By the locale go the forms of a plural: not every browser knows every language.
  i18n.loadAndActivate({ locale: language, locales: locale, messages })
  document.documentElement.lang = language
  document.documentElement.dir = direction
}

/**
 * Loads the words of a page that has them apart, in the language that is shown. They are put
 * beside those that are there: what is drawn already knows none of them, and a page that somebody
 * writes in is not drawn anew for them.
 */
export function loadWordsOf(page: string): Promise<void> {
  const known = pagesShown.get(page)
  if (known) return known
  const loading = putBeside(page).catch((error: unknown) => {
    // Without a connection it is tried again when it is wanted again.
    pagesShown.delete(page)
    throw error
  })
  pagesShown.set(page, loading)
  return loading
}

async function putBeside(page: string): Promise<void> {
  const language = i18n.locale
  if (!isLanguage(language)) return
  const messages = await loadWords(language, page)
  // Another language was chosen meanwhile: it came with the words of this page.
  if (i18n.locale === language) Object.assign(i18n.messages, messages)
}

async function loadWords(language: Language, part: string): Promise<Messages> {
  const load = words[`${language}/${part}`]
  if (!load) throw new Error(`language: there are no words ${language}/${part}`)
  return (await load()).messages
}

interface LanguageProviderProps {
  /** Already activated. */
  readonly first: Language
  /** Told when the person chooses, so that it can be kept for them. */
  readonly onChoose: (language: Language) => void
  readonly children: ReactNode
}

export function LanguageProvider({ first, onChoose, children }: LanguageProviderProps) {
  const [language, setShown] = useState(first)
  const setLanguage = useCallback(
    (wanted: Language) => {
      storeLanguage(wanted)
      onChoose(wanted)
      void activateLanguage(wanted).then(() => setShown(wanted))
    },
    [onChoose],
  )
  const choice = useMemo(() => ({ language, setLanguage }), [language, setLanguage])

  return (
    <LanguageContext value={choice}>
      <I18nProvider i18n={PAGE_I18N}>
        <AriaLocaleProvider locale={languageTraits(language).locale}>{children}</AriaLocaleProvider>
      </I18nProvider>
    </LanguageContext>
  )
}

function storedLanguage(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}

function storeLanguage(language: Language): void {
  try {
    localStorage.setItem(KEY, language)
  } catch {
    // Not remembered on this device.
  }
}
