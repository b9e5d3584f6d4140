/**
 * The words that do not stand on a page: trees in English, each with the file that `npm run words`
 * makes of its translations. A tree more is a row here.
 */
import { mapWords, type Message } from '../../server/words/message.ts'
import { serverWordsEn } from '../../server/words/server-words.en.ts'
import { etwinningSchoolV1En } from '../templates/etwinning-school-v1.en.ts'
import type { Kind } from './translators-file.ts'

export interface WordTree {
  /** The module of the English words, from the top of the project. */
  readonly path: string
  /** What it is in a translator's file, as `msgctxt`. */
  readonly context: Exclude<Kind, 'pages'>
  readonly english: unknown
  /** The translations as the program reads them, from the top of the project. */
  readonly translated: string
}

export const TREES: readonly WordTree[] = [
  {
    path: 'server/words/server-words.en.ts',
    context: 'server',
    english: serverWordsEn,
    translated: 'server/words/server-words.translated.json',
  },
  {
    path: 'shared/templates/etwinning-school-v1.en.ts',
    context: 'template',
    english: etwinningSchoolV1En,
    translated: 'shared/templates/etwinning-school-v1.translated.json',
  },
]

/** A word of a tree as it is asked for in a translator's file. */
export interface AskedWords {
  /** 'export.daysLate' */
  readonly path: string
  readonly message: string
  /** 'server', or with a note 'server: a task with a tick' */
  readonly context: string
}

/** Every word of a tree, in its order. */
export function wordsOf(tree: WordTree): readonly AskedWords[] {
  const all: AskedWords[] = []
  mapTree(tree, (words) => all.push(words))
  return all
}

/** A tree of the same shape, of what `change` makes of each of its words. */
export function mapTree({ english, context }: WordTree, change: (words: AskedWords) => unknown) {
  return mapWords(english, (words, path) => change(asked(words, path, context)))
}

function asked(words: string | Message<unknown>, path: string, context: string): AskedWords {
  if (typeof words === 'string') return { path, message: words, context }
  const { message, note } = words
  return { path, message, context: note === null ? context : `${context}: ${note}` }
}
