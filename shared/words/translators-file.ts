/** A translator's file, `shared/words/<language>.po`, as the tools here read it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parsePoFile } from '@lingui/format-po'
import { generateMessageId } from '@lingui/message-utils/generateMessageId'

/** Where the files are. */
export const WORDS = import.meta.dirname

/** The top of the project, from which places and paths are told. */
export const PROJECT = join(WORDS, '../..')

/** In the order of the file. The last two have their kind before a colon, as `msgctxt`. */
export const KINDS = ['pages', 'server', 'template'] as const

export type Kind = (typeof KINDS)[number]

export interface Entry {
  /** What Lingui's macros put in its place: made of message and context. */
  readonly id: string
  /** The English. */
  readonly message: string
  readonly kind: Kind
  /** Tells apart what is equal in English. */
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
      kind: kindOf(msgctxt ?? ''),
      context: msgctxt ?? undefined,
      said: msgstr[0] ?? '',
      places: references.flatMap((places) => places.split(' ')),
      isFuzzy: flags['fuzzy'] === true,
    }))
}

/** @param context 'server', 'server: a task with a tick'; of the pages any other, or ''. */
export function kindOf(context: string): Kind {
  return KINDS.find((kind) => kind === context.split(':')[0]) ?? 'pages'
}
