import * as Y from 'yjs'
import { afterEach, describe, expect, it } from 'vitest'
import { createWriter, seedTexts } from '../../support/writer.ts'

const writers: ReturnType<typeof createWriter>[] = []
const newWriter = (clientId = 1) => {
  const writer = createWriter(clientId)
  writers.push(writer)
  return writer
}
afterEach(() => {
  for (const writer of writers.splice(0)) writer.end()
})

describe('an editor over a text', () => {
  it('writes what is typed and shows what is written elsewhere', () => {
    const writer = newWriter()
    seedTexts(writer.doc, { a: 'Hei' })
    const editor = writer.open('a')

    editor.commands.insertContentAt(4, ' du')
    writer.doc.transact(() => {
      const text = (writer.fragment('a').get(0) as Y.XmlElement).get(0) as Y.XmlText
      text.insert(0, 'Å ')
    }, 'remote')

    expect(writer.fragment('a').toJSON()).toBe('<paragraph>Å Hei du</paragraph>')
    expect(editor.getText()).toBe('Å Hei du')
  })

  it('writes nothing by being opened and closed', () => {
    const writer = newWriter()
    seedTexts(writer.doc, { a: 'Hei', b: '' })
    let updates = 0
    writer.doc.on('update', () => (updates += 1))

    writer.open('a')
    writer.open('b')
    writer.close('a')

    expect(updates).toBe(0)
  })

  it('writes a first change that empties the text', () => {
    const writer = newWriter()
    seedTexts(writer.doc, { a: 'Hei' })

    writer.open('a').commands.clearContent()

    expect(writer.fragment('a').toJSON()).not.toContain('Hei')
  })

  it('keeps redo when someone merely clicks after undoing to nothing', () => {
    const writer = newWriter()
    seedTexts(writer.doc, { a: '' })
    const editor = writer.open('a')
    editor.commands.insertContentAt(1, 'Hei')
    writer.undo.undo()

    editor.commands.setTextSelection(1)

    expect(writer.undo.canRedo.get()).toBe(true)
  })

  it('lets go of a text in which something unknown arrives, and deletes nothing', () => {
    const writer = newWriter()
    seedTexts(writer.doc, { a: 'Hei' })
    const editor = writer.open('a')
    const other = new Y.Doc()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(writer.doc))
    other.getXmlFragment('text:a').insert(1, [new Y.XmlElement('video')])

    Y.applyUpdate(writer.doc, Y.encodeStateAsUpdate(other), 'remote')
    const isOpen = writer.mounted.has('a')

    expect(isOpen).toBe(false)
    expect(editor.isDestroyed).toBe(true)
    expect(writer.fragment('a').toJSON()).toBe('<paragraph>Hei</paragraph><video></video>')
  })
})
