/**
 * The one page that the server writes itself: why a sign-in link did not open, or that
 * an address cannot be read.
 *
 * No script, no file beside it; its few lines of style are allowed by their hash.
 */
import { createHash } from 'node:crypto'
import { chooseLanguage, type Language, languageTraits } from '../../shared/languages.ts'
import type { DoorNotice } from '../words/server-words.en.ts'
import { serverWords } from '../words/server-words.ts'

const STYLE = `
:root { color-scheme: light dark; font: 1.125rem/1.6 system-ui, sans-serif }
body { max-width: 34rem; margin: 15vh auto; padding: 0 1.5rem }
h1 { font-size: 1.6rem; line-height: 1.25 }
a { color: inherit }
`

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64')
const CONTENT_SECURITY_POLICY = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

export interface DoorPage {
  readonly html: string
  readonly contentSecurityPolicy: string
}

/** @param wanted the header Accept-Language; undefined when there is none. */
export function doorPageFor(notice: DoorNotice, wanted: string | undefined): DoorPage {
  return doorPage(notice, chooseLanguage((wanted ?? '').split(/[,;]/)))
}

/** @param wanted as above. */
export function badAddressPage(wanted: string | undefined): DoorPage {
  return doorPageFor('bad-address', wanted)
}

export function doorPage(notice: DoorNotice, language: Language): DoorPage {
  const { [notice]: words, home } = serverWords(language).door
  const html = `<!doctype html>
<html lang="${language}" dir="${languageTraits(language).direction}">
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
