/** What people do in a plan: small changes of a text, a value and an action, chosen by number. */
import * as Y from 'yjs'

export const FIELD = 'text:leadership.today'

/** The texts of the field's paragraphs. */
export function textsOf(doc: Y.Doc): Y.XmlText[] {
  return doc
    .getXmlFragment(FIELD)
    .toArray()
    .flatMap((each) => {
      const [text] = each instanceof Y.XmlElement ? each.toArray() : []
      return text instanceof Y.XmlText ? [text] : []
    })
}

/** Does it; whatever `act` names none of the others is a deletion. */
export function writeDeed(doc: Y.Doc, act: string, at: number): void {
  const field = doc.getXmlFragment(FIELD)
  const texts = textsOf(doc)
  const text = texts[at % Math.max(1, texts.length)]
  if (act === 'set') doc.getMap('plan').set('title', `Plan ${at}`)
  else if (act === 'action') {
    const action = new Y.Map<unknown>([['rank', `a${at}`]])
    doc.getMap('actions').set(`a${at % 4}`, action)
    action.set('goal', new Y.XmlFragment())
  } else if (act === 'split' || !text) {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText('ny')])
    field.insert(at % (field.length + 1), [paragraph])
  } else if (act === 'type') text.insert(at % (text.length + 1), 'x'.repeat(1 + (at % 3)))
  else if (act === 'mark') {
    text.format(0, Math.min(text.length, 1 + (at % 4)), { bold: at % 2 === 0 ? true : null })
  } else if (at % 7 === 0) field.delete(at % field.length, 1)
  else text.delete(0, Math.min(text.length, 1 + (at % 3)))
}
