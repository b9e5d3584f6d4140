/**
 * What is pasted, read and made ready for the place where it goes in. The weight of
 * pasting: loaded while nobody waits (paste.ts).
 */
import { type ResolvedPos, Slice } from '@tiptap/pm/model'
import type { XmlFragment } from 'yjs'
import { onlyAddress } from '../web-addresses.ts'
import { linkAddresses } from './link-addresses.ts'
import { isTooMuch, MAX_HTML_CHARACTERS } from './paste-size.ts'
import { NOTHING_PASTED, type Pasted } from './pasted.ts'
import { pastedSlice } from './pasted-slice.ts'
import { readHtml } from './read-html.ts'
import { readPlain, readWordsOnly } from './read-plain.ts'

/** Where it goes. */
export interface PastePlace {
  readonly kind: 'rich' | 'line'
  readonly fragment: XmlFragment
  readonly at: ResolvedPos
}

/** What was read for the paste that is going on. */
export interface Reading {
  readonly pasted: Pasted
  readonly slice: Slice
  readonly isTooLarge: boolean
}

/** @param html not written by an editor of ours. */
export function readPastedHtml(html: string, place: PastePlace): Reading {
  if (html.length > MAX_HTML_CHARACTERS) {
    return { pasted: NOTHING_PASTED, slice: Slice.empty, isTooLarge: true }
  }
  return readyFor(place, readHtml(html))
}

/** @param isPlain asked for without any form. */
export function readPastedWords(words: string, place: PastePlace, isPlain: boolean): Reading {
  if (!isPlain && onlyAddress(words) === null) return readyFor(place, readPlain(words))
  return readyFor(place, { ...NOTHING_PASTED, text: readWordsOnly(words) }, true)
}

/** @param isBare without links for the addresses in it. */
function readyFor({ kind, fragment, at }: PastePlace, pasted: Pasted, isBare = false): Reading {
  const text = kind === 'rich' && !isBare ? linkAddresses(pasted.text) : pasted.text
  const isTooLarge = isTooMuch(text, fragment)
  return { pasted, isTooLarge, slice: isTooLarge ? Slice.empty : pastedSlice(text, at) }
}
