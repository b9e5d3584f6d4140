/**
 * A plan's document written anew, with something left out of every text in it.
 *
 * A new document and not a change of the old one: Yjs keeps where deleted letters
 * were, and under whose id they came, and older updates hold the letters themselves.
 * What people typed is changed, not what the program wrote: names of nodes, kinds,
 * states, dates, ids.
 */
import * as Y from 'yjs'
import type { RandomBytes } from '../../shared/ids.ts'
import { TEXT_ROOT } from '../../shared/plan/plan-doc.ts'
import { createScrub, type Redaction, type Scrub } from './scrub-words.ts'

export interface RedactedUpdate {
  readonly bytes: Uint8Array
  readonly clientIds: readonly number[]
  /** How often the text was found; 0: the document is as it was. */
  readonly places: number
}

/** Values under these keys are the program's. */
const OWN_KEYS = new Set(
  'schema language template periodStart periodEnd commitment rank status start due date kind fieldId actionId deletedAt'.split(
    ' ',
  ),
)
/** Keys that begin with this hold what somebody typed: an owner without a membership. */
const TYPED_KEY = 'name:'

export function redactedUpdate(
  doc: Y.Doc,
  redaction: Redaction,
  random: RandomBytes,
): RedactedUpdate {
  const scrub = createScrub(redaction)
  const fresh = new Y.Doc()
  fresh.clientID = Buffer.from(random(4)).readUInt32LE()
  fresh.transact(() => {
    for (const name of [...doc.share.keys()].sort()) {
      if (name.startsWith(TEXT_ROOT)) {
        const children = childrenOf(doc.getXmlFragment(name), scrub)
        if (children.length > 0) fresh.getXmlFragment(name).insert(0, children)
      } else {
        copyEntries(doc.getMap(name), fresh.getMap(name), scrub)
      }
    }
  })
  return {
    bytes: Y.encodeStateAsUpdate(fresh),
    clientIds: [fresh.clientID],
    places: scrub.places(),
  }
}

function copyEntries(from: Y.Map<unknown>, to: Y.Map<unknown>, scrub: Scrub): void {
  for (const [key, value] of from.entries()) {
    const isTyped = key.startsWith(TYPED_KEY)
    const newKey = isTyped ? TYPED_KEY + scrub.clean(key.slice(TYPED_KEY.length)) : key
    to.set(newKey, OWN_KEYS.has(key) ? copyPlain(value) : copyValue(value, scrub))
  }
}

/** As it is: a fact of the program's. */
function copyPlain(value: unknown): unknown {
  return value instanceof Y.AbstractType ? value.clone() : value
}

function copyValue(value: unknown, scrub: Scrub): unknown {
  if (value instanceof Y.Map) {
    const map = new Y.Map<unknown>()
    copyEntries(value, map, scrub)
    return map
  }
  if (value instanceof Y.XmlText) return textOf([value], scrub)
  if (value instanceof Y.XmlElement) return elementOf(value, scrub)
  if (value instanceof Y.XmlFragment) {
    const fragment = new Y.XmlFragment()
    fragment.insert(0, childrenOf(value, scrub))
    return fragment
  }
  return cleanDeep(value, scrub)
}

function cleanDeep(value: unknown, scrub: Scrub): unknown {
  if (typeof value === 'string') return scrub.clean(value)
  if (Array.isArray(value)) return value.map((each) => cleanDeep(each, scrub))
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, cleanDeep(each, scrub)]),
  )
}

/** Texts that follow each other become one: what is looked for may reach over their border. */
function childrenOf(parent: Y.XmlFragment, scrub: Scrub): (Y.XmlElement | Y.XmlText)[] {
  const made: (Y.XmlElement | Y.XmlText)[] = []
  let texts: Y.XmlText[] = []
  const endTexts = () => {
    if (texts.length > 0) made.push(textOf(texts, scrub))
    texts = []
  }
  for (const child of parent.toArray()) {
    if (child instanceof Y.XmlText) {
      texts.push(child)
    } else if (child instanceof Y.XmlElement) {
      endTexts()
      made.push(elementOf(child, scrub))
    }
  }
  endTexts()
  return made
}

function elementOf(element: Y.XmlElement, scrub: Scrub): Y.XmlElement {
  const made = new Y.XmlElement(element.nodeName)
  for (const [key, value] of Object.entries(element.getAttributes())) {
    // Attributes other than text are allowed by Yjs; its types say string.
    made.setAttribute(key, cleanDeep(value, scrub) as string)
  }
  made.insert(0, childrenOf(element, scrub))
  return made
}

interface Run {
  readonly insert: unknown
  readonly attributes?: Readonly<Record<string, unknown>>
}

/** Found over the borders of bold and plain; the replacement looks like its first letter. */
function textOf(texts: readonly Y.XmlText[], scrub: Scrub): Y.XmlText {
  const runs = texts.flatMap((text) => text.toDelta() as readonly Run[])
  const words = runs.map(({ insert }) => (typeof insert === 'string' ? insert : '\u0000'))
  const cleanWords = scrub.cleanAll(words)
  const cleaned = runs.map(({ insert, attributes = {} }, index) => ({
    insert: typeof insert === 'string' ? (cleanWords[index] ?? '') : insert,
    attributes: cleanDeep(attributes, scrub) as Record<string, unknown>,
  }))
  const made = new Y.XmlText()
  made.applyDelta(cleaned.filter(({ insert }) => insert !== ''))
  return made
}
