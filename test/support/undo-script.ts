/**
 * A short piece of writing and undoing by one person that yjs 13.6.33 corrupts:
 * the own document shows one text, whoever decodes it another.
 *
 * Yjs is passed in, since the client's tests have it mended and the others not.
 */
import type * as YModule from 'yjs'

/** @returns the same text as its writer sees it and as everybody else reads it. */
export function undoScript(Y: typeof YModule): { readonly own: string; readonly decoded: string } {
  const doc = new Y.Doc()
  doc.clientID = 1
  const fragment = doc.getXmlFragment('text')
  const undo = new Y.UndoManager(doc, { doc, trackedOrigins: new Set(['me']), captureTimeout: 0 })
  const text = () => (fragment.get(0) as YModule.XmlElement).get(0) as YModule.XmlText
  const write = (change: () => void) => doc.transact(change, 'me')
  doc.transact(() => {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText()])
    fragment.insert(0, [paragraph])
  }, 'init')

  write(() => text().insert(0, 'Norge er fint'))
  write(() => text().delete(6, 3))
  undo.undo()
  write(() => text().delete(8, 5))
  write(() => fragment.delete(0, 1))
  undo.undo()
  undo.undo()

  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  return { own: words(fragment), decoded: words(other.getXmlFragment('text')) }
}

function words(fragment: YModule.XmlFragment): string {
  return fragment.toJSON().replaceAll(/<[^>]*>/g, '')
}
