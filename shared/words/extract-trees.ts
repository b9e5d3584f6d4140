/** How Lingui takes the words of a tree, and in which order a translator's file has them all. */
import { join, resolve } from 'node:path'
import type { LinguiConfig } from '@lingui/cli'
import { generateMessageId } from '@lingui/message-utils/generateMessageId'
import { kindOf, KINDS, PROJECT } from './translators-file.ts'
import { TREES, wordsOf } from './word-trees.ts'

type Extractor = NonNullable<LinguiConfig['extractors']>[number]
type Order = Extract<LinguiConfig['orderBy'], (...entries: never[]) => number>

/** For the modules of word trees. The line of a word is its place in the tree. */
export const treeExtractor: Extractor = {
  match: (file) => treeAt(file) !== undefined,
  extract(file, _code, tell) {
    const tree = treeAt(file)
    for (const [index, { path, message, context }] of (tree ? wordsOf(tree) : []).entries()) {
      const id = generateMessageId(message, context)
      tell({ id, message, context, comment: path, origin: [file, index + 1] })
    }
  },
}

/** The pages by the alphabet, then each tree as it is read (KINDS). */
export const inReadingOrder: Order = ({ entry: one }, { entry: other }) =>
  rankOf(one) - rankOf(other) ||
  (rankOf(one) === 0 ? 0 : lineOf(one) - lineOf(other)) ||
  COLLATOR.compare(one.message ?? '', other.message ?? '') ||
  COLLATOR.compare(one.context ?? '', other.context ?? '')

const COLLATOR = new Intl.Collator('en-US')

type Entry = Parameters<Order>[0]['entry']

function rankOf({ context = '' }: Entry): number {
  return KINDS.indexOf(kindOf(context))
}

function lineOf({ origin }: Entry): number {
  return origin?.[0]?.[1] ?? 0
}

function treeAt(file: string) {
  return TREES.find(({ path }) => resolve(file) === join(PROJECT, path))
}
