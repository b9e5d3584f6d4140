/**
 * Vite plugin: gives the pages their words. `virtual:words` knows how to load each part of each
 * language (shared/words/parts.ts); a part is cut out of the language's one file when it is wanted, and
 * compiled as Lingui does it.
 *
 * A sentence that is not translated, or cannot be read, is there in English, so that half a
 * translation can be looked at; `npm run check` holds the line.
 */
import { join } from 'node:path'
import { createCompiledCatalog } from '@lingui/cli/api'
import type { Plugin } from 'vite'
import { LANGUAGES } from '../languages.ts'
import { PARTS, partsOf } from './parts.ts'
import { writeTranslatedTrees } from './translated-trees.ts'
import { translator } from './translator.ts'
import { readEntries, WORDS } from './translators-file.ts'

const ALL = 'virtual:words'

export function pagesWords(): Plugin {
  return {
    name: 'samplan:pages-words',
    enforce: 'pre',
    resolveId(id) {
      if (id === ALL) return `\0${ALL}`
      const [, language, part] = /^virtual:words\/([^/]+)\/(.+)$/.exec(id) ?? []
      return language && part ? `${fileOf(language)}?part=${part}` : null
    },
    load(id) {
      if (id === `\0${ALL}`) return loadersCode()
      const [file = '', query = ''] = id.split('?')
      const part = new URLSearchParams(query).get('part')
      const language = LANGUAGES.find((one) => file === fileOf(one))
      if (!language || part === null) return null
      this.addWatchFile(file)
      const messages = messagesOf(language, part)
      const { source } = createCompiledCatalog(language, messages, { namespace: 'es' })
      return { code: source, map: null, moduleType: 'js' }
    },
    hotUpdate({ file }) {
      if (LANGUAGES.some((language) => file === fileOf(language))) writeTranslatedTrees()
    },
  }
}

/** As Vite writes paths. */
function fileOf(language: string): string {
  return join(WORDS, `${language}.po`).replaceAll('\\', '/')
}

/** `export const words = { 'nb/main': () => import(…), … }` */
function loadersCode(): string {
  const parts = LANGUAGES.flatMap((language) => PARTS.map((part) => `${language}/${part}`))
  const loaders = parts.map((part) => `'${part}': () => import('${ALL}/${part}')`)
  return `export const words = { ${loaders.join(', ')} }`
}

/**
 * English decides what belongs to a part, since a translator's program may rewrite where a
 * sentence stands.
 */
function messagesOf(language: string, part: string): Record<string, string> {
  const translate = translator(language)
  const wanted = readEntries('en').filter((entry) => partsOf(entry).includes(part))
  return Object.fromEntries(wanted.map(({ id, message }) => [id, translate(id, message)]))
}
