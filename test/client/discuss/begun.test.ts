/** Going on with what was begun: on the same words, wherever they are by now. */
import { afterEach, describe, expect, it } from 'vitest'
import { beginAt, goOnAt } from '../../../client/discuss/begun.ts'
import { anchorOf } from '../../../shared/discuss/thread-place.ts'
import { makeAnchor } from '../../../shared/discuss/make-anchor.ts'
import { resolveAnchor } from '../../../shared/discuss/resolve-anchor.ts'
import { textNodes } from '../../../shared/plan/write-text.ts'
import { createWriter, type Writer } from '../../support/writer.ts'

const TEXT = 'leadership.today'
const QUOTE = 'gruppa møtes på tirsdager'
const WORDS = `I vinter er det slik at ${QUOTE} rett etter skoletid.`
const writers: Writer[] = []
afterEach(() => {
  for (const writer of writers.splice(0)) writer.end()
})

function openText(id: number, words: string) {
  const writer = createWriter(id)
  writers.push(writer)
  const fragment = writer.fragment(TEXT)
  const content = [{ type: 'text', text: words, marks: [] } as const]
  fragment.insert(0, textNodes([{ type: 'paragraph', content }]))
  return { doc: writer.doc, fragment }
}

function begunOn({ fragment }: ReturnType<typeof openText>) {
  const from = WORDS.indexOf(QUOTE)
  const anchor = makeAnchor(fragment, { from, to: from + QUOTE.length })
  const place = { kind: 'field', fieldId: TEXT, anchor } as const
  return beginAt({ place, beside: null, mode: 'comment', epoch: 1 })
}

describe('going on with what was begun', () => {
  it('is on the same words of a plan that was written anew, and its words are kept by the same key', () => {
    const begun = begunOn(openText(1, WORDS))
    const anew = openText(2, `Nytt først. ${WORDS}`)

    const now = goOnAt(begun, anew.doc, 2)

    expect(now).toMatchObject({ key: begun.key, quote: QUOTE, epoch: 2 })
    expect(resolveAnchor(anew.fragment, anchorOf(now.place)!)?.by).toBe('position')
  })

  it('is on none, and quotes nothing, where a plan that was written anew has them no more', () => {
    const begun = begunOn(openText(1, WORDS))
    const anew = openText(2, 'Helt andre ord.')

    expect(goOnAt(begun, anew.doc, 2)).toMatchObject({ quote: null, place: { anchor: null } })
  })

  it('keeps its quote where the words were only taken out', () => {
    const text = openText(1, WORDS)
    const begun = begunOn(text)
    text.fragment.delete(0, text.fragment.length)

    expect(goOnAt(begun, text.doc, 1)).toMatchObject({ quote: QUOTE })
  })
})
