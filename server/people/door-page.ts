/**
 * The one page that the server writes itself: why a sign-in link did not open.
 *
 * No script, no file beside it; its few lines of style are allowed by their hash.
 */
import { createHash } from 'node:crypto'
import type { Language } from '../../shared/languages.ts'

export type DoorNotice = 'link-not-valid' | 'signed-in-elsewhere'

const STYLE = `
:root { color-scheme: light dark; font: 1.125rem/1.6 system-ui, sans-serif }
body { max-width: 34rem; margin: 15vh auto; padding: 0 1.5rem }
h1 { font-size: 1.6rem; line-height: 1.25 }
`

const WORDS = {
  nb: {
    'link-not-valid': {
      title: 'Lenken virker ikke lenger',
      text: 'Eksempelskolen den hørte til, er ryddet bort, eller så ble ikke hele lenken med. På startsiden kan du åpne et nytt eksempel.',
    },
    'signed-in-elsewhere': {
      title: 'Du er allerede logget inn på skolen din',
      text: 'Lenken åpner et eksempel, og den logger deg ikke ut av skolen din. Åpne den i et privat vindu, eller logg ut først.',
    },
    home: 'Til startsiden',
  },
  en: {
    'link-not-valid': {
      title: 'This link does not work any more',
      text: 'The example school it belonged to has been cleared away, or part of the link is missing. You can open a new example from the start page.',
    },
    'signed-in-elsewhere': {
      title: 'You are already signed in to your school',
      text: 'This link opens an example, and it will not sign you out of your school. Open it in a private window, or sign out first.',
    },
    home: 'To the start page',
  },
} as const satisfies Record<Language, object>

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64')
const CONTENT_SECURITY_POLICY = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

export function doorPage(
  notice: DoorNotice,
  language: Language,
): { readonly html: string; readonly contentSecurityPolicy: string } {
  const { [notice]: words, home } = WORDS[language]
  const html = `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.title} – Samplan</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${words.title}</h1>
<p>${words.text}</p>
<p><a href="/">${home}</a></p>
</main>
</body>
</html>
`
  return { html, contentSecurityPolicy: CONTENT_SECURITY_POLICY }
}
