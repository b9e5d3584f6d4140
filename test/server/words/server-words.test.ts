import { describe, expect, it } from 'vitest'
import { doorPage } from '../../../server/people/door-page.ts'
import { serverWords } from '../../../server/words/server-words.ts'
import { LANGUAGES, languageTraits } from '../../../shared/languages.ts'

const COUNTS = [0, 1, 2, 5, 11, 21, 100]

describe.each(LANGUAGES)('the server’s words in %s', (language) => {
  const { export: labels, door } = serverWords(language)

  it('are the same as in English, and none is empty', () => {
    expect(shapeOf(serverWords(language))).toEqual(shapeOf(serverWords('en')))
    for (const text of texts(serverWords(language))) expect(text).toBe(text.trim() || 'a text')
  })

  it('keep what is filled in', () => {
    expect(labels.startsOn({ date: 'DATE' })).toContain('DATE')
    expect(labels.dueOn({ date: 'DATE' })).toContain('DATE')
    expect(labels.exportedOn({ date: 'DATE' })).toContain('DATE')
    for (const count of COUNTS) {
      expect(labels.daysLate({ days: count })).toContain(String(count))
      expect(labels.fieldsWritten({ written: count, all: 200 })).toMatch(
        new RegExp(`\\b${count}\\b.*\\b200\\b`),
      )
      expect(labels.actionsDone({ all: 200, done: count })).toMatch(
        new RegExp(`\\b200\\b.*\\b${count}\\b`),
      )
    }
  })

  it('stand on the page of a shut door, which says its language and direction', () => {
    const { html } = doorPage('link-not-valid', language)

    expect(html).toContain(`<html lang="${language}" dir="${languageTraits(language).direction}">`)
    expect(html).toContain(`<h1>${door['link-not-valid'].title}</h1>`)
    expect(html).toContain(door.home)
  })
})

/** The tree with every text and phrase replaced by its kind. */
function shapeOf(tree: unknown): unknown {
  if (typeof tree !== 'object' || tree === null) return typeof tree
  return Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, shapeOf(value)]))
}

function texts(tree: unknown): string[] {
  if (typeof tree === 'string') return [tree]
  if (typeof tree === 'object') return Object.values(tree ?? {}).flatMap(texts)
  return []
}
