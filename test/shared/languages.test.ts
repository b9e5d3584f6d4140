import { describe, expect, it } from 'vitest'
import { chooseLanguage, LANGUAGES, languageTraits } from '../../shared/languages.ts'

describe('the language for a person’s wishes', () => {
  it.each([
    [['nn-NO', 'nb-NO', 'en'], 'nn'],
    [['nn'], 'nn'],
    [['nb-NO', 'nn'], 'nb'],
    [['no-NO', 'nn'], 'nb'],
    [['xx', 'nn-NO'], 'nn'],
    [['xx-AT', 'EN-us'], 'en'],
    [['nn', ' en-GB'], 'nn'],
    [[' en-GB'], 'en'],
    [['xx'], 'nb'],
    [[], 'nb'],
  ])('%j is %s', (wanted, language) => {
    expect(chooseLanguage(wanted)).toBe(language)
  })
})

describe.each(LANGUAGES)('%s', (language) => {
  const { name, locale, direction } = languageTraits(language)

  it('calls itself by a name of its own', () => {
    const others = LANGUAGES.filter((other) => other !== language)

    expect(name.trim()).not.toBe('')
    expect(others.map((other) => languageTraits(other).name)).not.toContain(name)
  })

  it('has a locale that Intl knows, which runs as we say', () => {
    const { direction: known } = (
      new Intl.Locale(locale) as Intl.Locale & WithTextInfo
    ).getTextInfo()

    expect(known).toBe(direction)
    expect(Intl.DateTimeFormat.supportedLocalesOf(locale)).toEqual([locale])
    expect(Intl.Collator.supportedLocalesOf(locale)).toEqual([locale])
  })
})

/** Node 24 has it, TypeScript does not know yet. */
interface WithTextInfo {
  getTextInfo(): { readonly direction: 'ltr' | 'rtl' }
}
