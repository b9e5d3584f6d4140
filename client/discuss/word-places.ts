/**
 * Where in the document the words of threads are. A text is read when it is asked about, and
 * again only when something in it changed: typing elsewhere costs nothing here.
 */
import * as Y from 'yjs'
import type { Anchor } from '../../shared/discuss/anchor.ts'
import { type FlatText, flatText } from '../../shared/discuss/flat-text.ts'
import { anchorOf, type ThreadPlace } from '../../shared/discuss/thread-place.ts'
import { type ResolvedAnchor, resolveAnchor } from '../../shared/discuss/resolve-anchor.ts'
import { actionMap, findFieldText } from '../../shared/plan/plan-doc.ts'
import type { FieldId } from '../../shared/templates/template.ts'
import { textIdOf } from './place-name.ts'

export interface WordPlaces {
  /** The text's own string, in which anchors are places. null: there is no such text (any more). */
  wordsOf(textId: string): string | null
  /** null: the words are nowhere. */
  find(textId: string, anchor: Anchor): ResolvedAnchor | null
  /** Follows the document. @returns stop. */
  begin(): () => void
}

interface ReadText {
  readonly fragment: Y.XmlFragment
  readonly flat: FlatText
  readonly found: Map<Anchor, ResolvedAnchor | null>
}

/** @param onChange one of the texts that were asked about is another now. */
export function createWordPlaces(doc: Y.Doc, onChange: (textId: string) => void): WordPlaces {
  const known = new Map<string, ReadText>()

  const read = (textId: string): ReadText | null => {
    const fragment = fragmentOf(doc, textId)
    if (!fragment) return null
    const before = known.get(textId)
    // Undo and redo of an action's making give new texts.
    if (before?.fragment === fragment) return before
    const text = { fragment, flat: flatText(fragment), found: new Map() }
    known.set(textId, text)
    return text
  }
  const forget = ({ changedParentTypes }: Y.Transaction) => {
    const types: ReadonlyMap<unknown, unknown> = changedParentTypes
    for (const [textId, { fragment }] of known) {
      if (!types.has(fragment)) continue
      known.delete(textId)
      onChange(textId)
    }
  }
  return {
    wordsOf: (textId) => read(textId)?.flat.words ?? null,
    find(textId, anchor) {
      const text = read(textId)
      if (!text) return null
      const before = text.found.get(anchor)
      if (before !== undefined) return before
      const found = resolveAnchor(text.fragment, anchor, text.flat)
      text.found.set(anchor, found)
      return found
    },
    begin() {
      known.clear()
      doc.on('afterTransaction', forget)
      return () => doc.off('afterTransaction', forget)
    },
  }
}

/** The words that a place is on, as they read now; null: it is on none, or they are nowhere. */
export function anchoredWords(
  words: Pick<WordPlaces, 'wordsOf' | 'find'>,
  place: ThreadPlace,
): string | null {
  const [textId, anchor] = [textIdOf(place), anchorOf(place)]
  const found = textId !== null && anchor ? words.find(textId, anchor) : null
  if (textId === null || !found) return null
  return words.wordsOf(textId)?.slice(found.from, found.to) ?? null
}

/** null: there is no such text. Makes none. */
export function fragmentOf(doc: Y.Doc, textId: string): Y.XmlFragment | null {
  const [owner = '', name = ''] = textId.split('.')
  const ofAction = actionMap(doc, owner)?.get(name)
  if (ofAction instanceof Y.XmlFragment) return ofAction
  return findFieldText(doc, textId as FieldId)
}
