/**
 * Texts that their writer sees differently from everybody else, after undo
 * (yjs#794), found and healed. A second net below patch-yjs.
 *
 * Found by decoding the document's own state into a fresh one: what others, and
 * this person after a reload, would read. Healed by writing the text anew as it
 * is seen here, in one transaction; reloading alone would not settle it.
 */
import * as Y from 'yjs'
import { contentOf } from '../../shared/plan/document-hash.ts'
import { ORIGINS } from './origins.ts'

/** The texts that would be read differently elsewhere. */
export function divergedTexts(doc: Y.Doc): readonly Y.XmlFragment[] {
  const elsewhere = new Y.Doc()
  Y.applyUpdate(elsewhere, Y.encodeStateAsUpdate(doc))
  const read = new Map(textsOf(elsewhere, doc).map(([where, text]) => [where, wordsOf(text)]))
  elsewhere.destroy()
  return textsOf(doc, doc)
    .filter(([where, text]) => read.get(where) !== wordsOf(text))
    .map(([, text]) => text)
}

/** Writes texts anew, as they are seen here. */
export function healTexts(doc: Y.Doc, texts: readonly Y.XmlFragment[]): void {
  doc.transact(() => {
    for (const text of texts) {
      const children = text.toArray().map((child) => child.clone() as Y.XmlElement | Y.XmlText)
      text.delete(0, text.length)
      text.insert(0, children)
    }
  }, ORIGINS.heal)
}

type Text = readonly [where: string, text: Y.XmlFragment]

/** All texts of a document, by where they are. @param known the document that knows the root types. */
function textsOf(doc: Y.Doc, known: Y.Doc): readonly Text[] {
  const texts: Text[] = []
  for (const [name, root] of known.share) {
    if (root instanceof Y.XmlFragment) texts.push([name, doc.getXmlFragment(name)])
    if (root instanceof Y.Map) collect(doc.getMap(name), name, texts)
  }
  return texts
}

function collect(map: Y.Map<unknown>, where: string, texts: Text[]): void {
  for (const [key, value] of map) {
    if (value instanceof Y.XmlFragment) texts.push([`${where}/${key}`, value])
    if (value instanceof Y.Map) collect(value, `${where}/${key}`, texts)
  }
}

function wordsOf(node: Y.XmlFragment): string {
  return JSON.stringify(contentOf(node))
}
