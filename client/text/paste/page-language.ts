/**
 * Languages in pasted HTML. Word says the language at every word, in names of its
 * own; only what differs from the rest is worth a mark.
 */
import { languageTag } from '../../../shared/text/language-tag.ts'

/** 'nb', 'en-GB': as BCP 47 writes it, or null. */
export function languageOf(element: Element): string | null {
  const said = element.getAttribute('lang')
  if (said === null || said === '') return null
  const tag = said.toLowerCase()
  if (/^(no|nb)(-|$)/.test(tag) && !tag.startsWith('no-nyn')) return 'nb'
  if (/^(nn|no-nyn)(-|$)/.test(tag)) return 'nn'
  try {
    return languageTag(Intl.getCanonicalLocales(said)[0])
  } catch {
    return null
  }
}

/** 'en' of 'en-GB'. */
export function primary(tag: string): string {
  return tag.toLowerCase().split('-')[0] ?? ''
}

/** What the page says of itself, else the language of more than half of its words. */
export function pageLanguage({ body, documentElement }: Document): string | null {
  const said = languageOf(body) ?? languageOf(documentElement)
  if (said !== null) return primary(said)
  const lengths = new Map<string, number>()
  for (const element of body.querySelectorAll('[lang]')) {
    const language = languageOf(element)
    if (language === null || element.parentElement?.closest('[lang]')) continue
    const key = primary(language)
    lengths.set(key, (lengths.get(key) ?? 0) + element.textContent.length)
  }
  const half = body.textContent.length / 2
  return [...lengths].find(([, length]) => length > half)?.[0] ?? null
}
