/** A translator's file, `words/<language>.po`, as the tools here read it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parsePoFile } from '@lingui/format-po'
import { generateMessageId } from '@lingui/message-utils/generateMessageId'

/** Where the files are. */
export const WORDS = import.meta.dirname

export interface Entry {
  /** What Lingui's macros put in its place: made of message and context. */
  readonly id: string
  /** The English. */
  readonly message: string
  /** undefined: a sentence of the pages. */
  readonly context: string | undefined
  /** What it is in the language; '' while nobody has translated it. */
  readonly said: string
  /** Where it stands in the code, from the top of the project. */
  readonly places: readonly string[]
  /** Marked by the translator or their program as to be looked at again. */
  readonly isFuzzy: boolean
}

/** @throws Error when the language has no file. */
export function readEntries(language: string): readonly Entry[] {
  return parseEntries(readFileSync(join(WORDS, `${language}.po`), 'utf8'))
}

/** In the order of the file; what is gone from the code (`#~`) is left out. */
export function parseEntries(file: string): readonly Entry[] {
  return parsePoFile(file)
    .items.filter(({ obsolete, msgid }) => !obsolete && msgid !== '')
    .map(({ msgid, msgctxt, msgstr, references, flags }) => ({
      id: generateMessageId(msgid, msgctxt ?? undefined),
      message: msgid,
      context: msgctxt ?? undefined,
      said: msgstr[0] ?? '',
      places: references.flatMap((places) => places.split(' ')),
      isFuzzy: flags['fuzzy'] === true,
    }))
}
