/**
 * How a sentence of the server stands in the code, in English, and how it is said in a language.
 *
 * A tree of words holds texts, and messages: sentences with something to fill in, in ICU's
 * MessageFormat, so that a language bends words with a number as it needs to. What a tree
 * becomes in a language has the same shape, with a function for each message that is filled in.
 */
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage'
import { fill, type Values } from './fill.ts'

/** @typeParam Values what is filled in, by name; null: nothing is. */
export interface Message<Values> {
  /** 'due {date}', '{days, plural, one {# day late} other {# days late}}' */
  readonly message: string
  /** What translators must know. It also tells two messages apart that are equal in English. */
  readonly note: string | null
  /** For the compiler only. */
  readonly values?: Values
}

/** @param note as Message's. */
export function say<Values = null>(message: string, note: string | null = null): Message<Values> {
  return { message, note }
}

/** A tree of words as it is said. */
export type Spoken<Tree> =
  Tree extends Message<infer Values>
    ? [Values] extends [null]
      ? string
      : (values: Values) => string
    : Tree extends string
      ? string
      : { readonly [Key in keyof Tree]: Spoken<Tree[Key]> }

/** The same tree as it is written in a language: texts and messages, nothing filled in. */
export type Written<Tree> = Tree extends string | Message<unknown>
  ? string
  : { readonly [Key in keyof Tree]: Written<Tree[Key]> }

/** Is this the end of a branch: a text or a message? */
export function isWords(branch: unknown): branch is string | Message<unknown> {
  if (typeof branch === 'string') return true
  return typeof branch === 'object' && branch !== null && 'message' in branch && 'note' in branch
}

/** A tree of the same shape, its words replaced. */
export function mapWords(
  tree: unknown,
  change: (words: string | Message<unknown>, path: string) => unknown,
  path = '',
): unknown {
  if (isWords(tree)) return change(tree, path)
  const under = (key: string | number) => (path === '' ? String(key) : `${path}.${key}`)
  if (Array.isArray(tree)) return tree.map((part, index) => mapWords(part, change, under(index)))
  return Object.fromEntries(
    Object.entries(tree ?? {}).map(([key, part]) => [key, mapWords(part, change, under(key))]),
  )
}

/** The words of English itself, as a language's are written. */
export function writtenAs<Tree>(english: Tree): Written<Tree> {
  return mapWords(english, textOf) as Written<Tree>
}

function textOf(words: string | Message<unknown>): string {
  return typeof words === 'string' ? words : words.message
}

/**
 * What a tree says in a language.
 *
 * @param locale whose plurals and numbers it has.
 * @throws Error when a message is no MessageFormat; `npm run check` finds it earlier.
 */
export function speak<Tree>(english: Tree, written: Written<Tree>, locale: string): Spoken<Tree> {
  const texts = new Map<string, string>()
  mapWords(written, (words, path) => typeof words === 'string' && texts.set(path, words))
  return mapWords(english, (words, path) => {
    const said = compileMessageOrThrow(texts.get(path) ?? '')
    const isFilled = typeof words !== 'string' && words.message.includes('{')
    return isFilled ? (values: Values) => fill(said, values, locale) : fill(said, {}, locale)
  }) as Spoken<Tree>
}
