/**
 * A language that nobody speaks, put over a page on its way to the browser: the
 * words of a catalog in Hebrew letters and half as long again, lines that run
 * from right to left, dates of an Arabic locale. The program knows nothing of it.
 */
import type { Page, Route } from '@playwright/test'
import type { Language } from '../../shared/languages.ts'

/** One message as Lingui compiles it: words, and slots with their forms. */
type Token = string | number | readonly Token[] | { readonly [form: string]: Token } | undefined

interface Pseudo {
  /** How often each part of the trick was played: none may be 0. */
  readonly played: { catalogs: number; traits: number }
}

/** Before the page is opened; its context must block service workers. */
export async function speakPseudo(page: Page, instead: Language): Promise<Pseudo> {
  const played = { catalogs: 0, traits: 0 }
  const traits = /(locale:["'`])nb-NO(["'`],direction:["'`])ltr/
  const put = async (route: Route) => {
    const reply = await route.fetch()
    const code = await reply.text()
    const headers = { 'content-type': 'text/javascript; charset=utf-8' }
    if (new URL(route.request().url()).pathname.startsWith(`/assets/${instead}-`)) {
      played.catalogs += 1
      return route.fulfill({ headers, body: await pseudoCatalog(code) })
    }
    if (traits.test(code)) played.traits += 1
    return route.fulfill({ headers, body: code.replace(traits, '$1ar-EG$2rtl') })
  }
  // A part that nobody waited for may be on its way when the page goes.
  await page.route('**/assets/*.js', (route) =>
    put(route).catch((error: unknown) => {
      if (!/disposed|closed/.test(String(error))) throw error
    }),
  )
  return { played }
}

async function pseudoCatalog(code: string): Promise<string> {
  const address = `data:text/javascript,${encodeURIComponent(code)}`
  const { messages } = (await import(address)) as { messages: Record<string, readonly Token[]> }
  const said = Object.entries(messages).map(([id, message]) => [id, message.map(pseudoToken)])
  return `export const messages = ${JSON.stringify(Object.fromEntries(said))}`
}

/** A bare string is words; in an array the first is a name, and only the forms hold words. */
function pseudoToken(token: Token): unknown {
  if (typeof token === 'string') return pseudoWords(token)
  if (!Array.isArray(token)) return token
  return (token as readonly Token[]).map((part) =>
    typeof part === 'object' && !Array.isArray(part) ? pseudoForms(part) : part,
  )
}

function pseudoForms(forms: object): object {
  return Object.fromEntries(
    Object.entries(forms).map(([form, said]: [string, Token]) => [
      form,
      Array.isArray(said) ? (said as readonly Token[]).map(pseudoToken) : pseudoToken(said),
    ]),
  )
}

/** Hebrew letters for Latin ones, every second twice; tags, digits and signs stay. */
function pseudoWords(words: string): string {
  return words
    .split(/(<\/?\d+\/?>)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/\p{L}/gu, pseudoLetter)))
    .join('')
}

const ALEF = 0x05d0
const HEBREW_LETTERS = 27

function pseudoLetter(letter: string): string {
  const code = letter.toLowerCase().charCodeAt(0)
  const hebrew = String.fromCharCode(ALEF + (code % HEBREW_LETTERS))
  return code % 2 === 0 ? hebrew + hebrew : hebrew
}
