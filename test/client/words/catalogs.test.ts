import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const nb = catalog('nb')
const en = catalog('en')

describe('the words of the interface', () => {
  it('are the same messages in every language', () => {
    expect([...nb.keys()]).toEqual([...en.keys()])
    expect(nb.size).toBeGreaterThan(200)
  })

  it('all stand in Norwegian', () => {
    expect([...nb].filter(([, words]) => words === '').map(([id]) => id)).toEqual([])
  })

  it('keep what is filled in, and every form of a plural', () => {
    const different = [...nb].filter(([id, words]) => holes(id).join() !== holes(words).join())

    expect(different).toEqual([])
  })

  it('never say a forbidden word', () => {
    const forbidden = /aksjon|evidens|deadline|synkroniser|\beier\b/i

    expect([...nb.values()].filter((words) => forbidden.test(words))).toEqual([])
  })
})

/** Message id (the English words) to the words in a language. */
function catalog(language: string): ReadonlyMap<string, string> {
  const path = join(import.meta.dirname, '../../../client/words', `${language}.po`)
  const text = readFileSync(path, 'utf8')
  const entries = [...text.matchAll(/^msgid ((?:".*"\n)+)msgstr ((?:".*"\n?)+)/gm)]
  return new Map(
    entries.map(([, id = '', words = '']) => [lines(id), lines(words)] as const).slice(1),
  )
}

function lines(quoted: string): string {
  return quoted
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as string)
    .join('')
}

/** Names in braces, tags, and plural forms, in any order. */
function holes(words: string): readonly string[] {
  return [...words.matchAll(/\{(\w+)[,}]|<\/?(\d)>|\b(one|other) \{/g)]
    .map(([, name, tag, form]) => name ?? tag ?? form ?? '')
    .sort()
}
