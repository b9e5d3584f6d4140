/**
 * Makes what the program reads of the translations of its word trees: a JSON file beside each.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generateMessageId } from '@lingui/message-utils/generateMessageId'
import { LANGUAGES } from '../languages.ts'
import { translator } from './translator.ts'
import { PROJECT } from './translators-file.ts'
import { mapTree, TREES, type WordTree } from './word-trees.ts'

/** Writes those that are not what the translators' files say. */
export function writeTranslatedTrees(): void {
  for (const { path, text } of staleTrees()) writeFileSync(path, text)
}

/** Those files that would be written. */
export function staleTrees(): readonly { readonly path: string; readonly text: string }[] {
  return TREES.map((tree) => ({
    path: join(PROJECT, tree.translated),
    text: `${JSON.stringify(translationsOf(tree), null, 2)}\n`,
  })).filter(({ path, text }) => !existsSync(path) || readFileSync(path, 'utf8') !== text)
}

/** By language; English is in the code. */
function translationsOf(tree: WordTree): Readonly<Record<string, unknown>> {
  const languages = LANGUAGES.filter((language) => language !== 'en')
  return Object.fromEntries(languages.map((language) => [language, translate(tree, language)]))
}

function translate(tree: WordTree, language: string): unknown {
  const words = translator(language)
  return mapTree(tree, ({ message, context }) =>
    words(generateMessageId(message, context), message),
  )
}
