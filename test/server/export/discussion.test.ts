/** What was said about a plan, in each of its exports. */
import { readFileSync } from 'node:fs'
import { HtmlRenderer, Parser } from 'commonmark'
import { JSDOM } from 'jsdom'
import { describe, expect, it } from 'vitest'
import { createPdfCompiler } from '../../../server/export/compile-pdf.ts'
import { exportHtml } from '../../../server/export/html.ts'
import { exportMarkdown } from '../../../server/export/markdown.ts'
import { serverWords } from '../../../server/words/server-words.ts'
import { type Language, LANGUAGES } from '../../../shared/languages.ts'
import { exportedDiscussion } from '../../../server/export/exported-discussion.ts'
import { discussionOf, SETTING, threadsOn } from '../../support/exported-threads.ts'
import { allNodes, coloursOfLastPage, headingLevels, readPdf } from '../../support/pdf-file.ts'
import { exampleDocument } from '../../support/plan-documents.ts'

const document = exampleDocument('nb')
const discussion = discussionOf(document)
const parse = (html: string) => new JSDOM(html).window.document

/** A suggestion of other words for these. */
function changed(quote: string, words: string) {
  const thread = threadsOn(document).find(({ suggestion }) => suggestion?.change.kind === 'words')!
  const anchor = { from: 'AA==', to: 'AA==', quote, before: '', after: '' }
  const place = { ...thread.place, anchor } as typeof thread.place
  const suggestion = { ...thread.suggestion!, change: { kind: 'words' as const, words } }
  return exportedDiscussion(document, [{ ...thread, place, suggestion }], SETTING)
}

describe('what was said about a plan', () => {
  it('is numbered as in the program, with its place, its state and people by their names', () => {
    expect(discussion.notes.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(discussion.notes.map(({ place }) => place)).toEqual([
      'Hele planen',
      '1 Felles lederskap',
      '1 Felles lederskap · Slik gjør vi det i dag',
      '1 Felles lederskap · Slik gjør vi det i dag',
      '1.1 Gruppe med mandat · Frist',
      '1.1 Gruppe med mandat · Status',
      '1.1 Gruppe med mandat · Ansvarlig',
      '1.1 Gruppe med mandat · Forpliktelse',
      '1 Felles lederskap',
      'Noe som ikke står i planen lenger',
    ])
    expect(discussion.notes[0]).toMatchObject({
      state: 'Løst: Kari Nordmann',
      messages: [
        { facts: 'Siri Hansen, 18. januar 2027' },
        { facts: 'Kari Nordmann, 18. januar 2027' },
      ],
      decision: { number: 1, facts: 'Siri Hansen, 18. januar 2027' },
    })
  })

  it('says in words what a suggestion would change', () => {
    const facts = discussion.notes.flatMap((note) => note.facts)
    const suggesters = facts.filter((fact) => fact.startsWith('Foreslått av: '))
    const suggestions = discussion.notes.filter(({ isSuggestion }) => isSuggestion)
    expect(suggesters).toHaveLength(suggestions.length)
    expect(suggesters[0]).toMatch(/^Foreslått av: .+, \d+\. januar 2027$/)
    expect(facts.filter((fact) => !suggesters.includes(fact))).toEqual([
      'Frist: fra 1. mai 2027 til ingen dato',
      'Status: fra Planlagt til Ferdig',
      'Ansvarlig: fra ingen til Kari Nordmann, Siri Hansen',
      'Begrunnelse: Kan vi si det kortere?\nJeg tror færre leser det ellers.',
      'Forpliktelse: fra Elevene er endringsagenter til Modeller for andre skoler',
      'Nytt tiltak: Kan vi si det kortere? Jeg tror færre leser det ellers.',
      'Slik gjør vi det: Kan vi si det kortere?\nJeg tror færre leser det ellers.',
      'Frist: 1. juni 2027',
    ])
    expect(discussion.notes[3]?.difference[0]).toEqual({ kind: 'new', text: 'Færre ord: ' })
  })

  it('compares so many letters word by word, and tells the rest as a whole', () => {
    const [thread] = threadsOn(document).filter(
      ({ suggestion }) => suggestion?.change.kind === 'words',
    )
    const { place } = thread!
    const anchor = { from: 'AA==', to: 'AA==', quote: 'Vi deler alt.', before: '', after: '' }
    const words = `Vi deler alt og ${'alt'.repeat(700)}.`
    const many = Array.from({ length: 40 }, (_, at) => ({
      ...thread!,
      number: at + 1,
      place: { ...place, anchor } as typeof place,
      suggestion: { ...thread!.suggestion!, change: { kind: 'words' as const, words } },
    }))

    const { notes } = exportedDiscussion(document, many, SETTING)

    expect(notes[0]?.difference[0]).toEqual({ kind: 'same', text: 'Vi deler alt' })
    expect(notes.at(-1)?.difference).toEqual([
      { kind: 'gone', text: anchor.quote },
      { kind: 'same', text: ' ' },
      { kind: 'new', text: words },
    ])
  })

  it.each([
    ['Vi arbeider.', 'Vi samarbeider.', 'Vi |-arbeider| |+samarbeider|.'],
    ['Vi deler alt.', 'Vi deler nå alt.', 'Vi deler |+nå |alt.'],
    ['Vi deler alt.', 'Vi deler.', 'Vi deler|- alt|.'],
  ])('sets new words apart from those they stand for: %s', (quote, words, told) => {
    const [note] = changed(quote, words).notes

    const signs = { same: '', gone: '|-', new: '|+' } as const
    const shown = note!.difference.map(({ kind, text }) =>
      kind === 'same' ? text : `${signs[kind]}${text}|`,
    )
    expect(shown.join('')).toBe(told)
  })

  it('stays in the house unless it is asked for', () => {
    expect(exportHtml(document)).not.toContain('Kommentar')
    expect(exportMarkdown(document)).not.toContain('Kommentar')
  })
})

describe('as HTML', () => {
  const page = parse(exportHtml(document, discussion))

  it('stands after the plan, with links back and forth that all lead somewhere', () => {
    const links = [...page.querySelectorAll('a[href^="#"]')].map((link) =>
      link.getAttribute('href')!.slice(1),
    )
    expect(links.filter((id) => !page.getElementById(id))).toEqual([])
    expect(links.filter((id) => id.startsWith('note-'))).toHaveLength(9 + 1)
    expect(page.querySelectorAll('.note a[href^="#at-"]')).toHaveLength(9)
    const ids = [...page.querySelectorAll('[id]')].map(({ id }) => id)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    expect(
      [...page.querySelectorAll('main > section > h2')].slice(-2).map((h) => h.textContent),
    ).toEqual(['Kommentarer og forslag', 'Beslutninger'])
  })

  it('shows at each place the numbers of what is on it', () => {
    expect([...page.querySelectorAll('.marks')].map((marks) => marks.textContent)).toEqual([
      'Kommentarer og forslag: 1',
      'Kommentarer og forslag: 2, 9',
      'Kommentarer og forslag: 3, 4',
      'Kommentarer og forslag: 5, 6, 7, 8',
    ])
  })

  it('marks what a suggestion takes out and puts in as such', () => {
    const note = page.querySelectorAll('.note')[3]!

    expect(note.querySelector('ins')!.textContent).toBe('satt inn: Færre ord: ')
    expect(note.querySelector('.unseen')!.textContent).toContain('Tilbake til')
  })

  it('reads right without colours where words stand for others', () => {
    const html = exportHtml(document, changed('Vi arbeider.', 'Vi samarbeider.'))

    expect(html).toContain(
      'Vi <del><span class="unseen">tatt ut: </span>arbeider</del> <ins><span class="unseen">satt inn: </span>samarbeider</ins>.',
    )
  })
})

describe('as Markdown', () => {
  const page = parse(
    new HtmlRenderer().render(new Parser().parse(exportMarkdown(document, discussion))),
  )

  it('has a heading for each note, to which the links at its place lead', () => {
    const headings = [...page.querySelectorAll('h3')].map(({ textContent }) =>
      textContent.toLowerCase().replace(' ', '-'),
    )
    const links = [...page.querySelectorAll('a[href^="#"]')].map((link) =>
      link.getAttribute('href')!.slice(1),
    )

    expect(links).toHaveLength(9 + 1)
    expect(links.filter((id) => !headings.includes(id))).toEqual([])
    expect(page.body.textContent).toContain('@Kari Nordmann Kan vi si det kortere?')
  })

  it('reads right without colours where words stand for others', () => {
    const markdown = exportMarkdown(document, changed('Vi arbeider.', 'Vi samarbeider.'))

    expect(markdown).toContain('Vi ~~arbeider~~ **samarbeider**.')
  })
})

describe.each(LANGUAGES)('as PDF in %s', async (language) => {
  const plan = exampleDocument(language)
  const { bytes, unclaimed, unprinted } = createPdfCompiler()(plan, discussionOf(plan))
  const pdf = await readPdf(bytes)

  it('keeps PDF/UA-1 and PDF/A-2a', () => {
    expect(unclaimed).toBeNull()
    expect(unprinted).toBe(0)
  })

  it('stands after the plan under headings of its own, and each note under one', () => {
    const { heading, decisions, comment, suggestion } = wordsOf(language)
    const headings = allNodes(pdf.nodes)
      .filter(({ role }) => /^H\d$/.test(role))
      .map(({ text }) => text)
    const notes = [
      ...[1, 2, 3].map((number) => comment({ number })),
      ...[4, 5, 6, 7, 8, 9].map((number) => suggestion({ number })),
    ]

    expect(headings.slice(-12)).toEqual([heading, ...notes, comment({ number: 10 }), decisions])
    const levels = headingLevels(pdf.nodes)
    expect(levels.filter((level, at) => at > 0 && level > levels[at - 1]! + 1)).toEqual([])
    expect(pdf.bookmarks).toContain(heading)
  })
})

describe('a change of words as PDF', async () => {
  const { bytes } = createPdfCompiler()(document, changed('Vi arbeider.', 'Vi samarbeider.'))

  it('reads right without colours', async () => {
    const lines = (await readPdf(bytes)).pages.at(-1)!

    expect(lines).toContain('Vi arbeider samarbeider.')
  })

  it('has them in the colours of the look: brick for what goes, blue for what comes', async () => {
    const tokens = readFileSync(new URL('../../../client/ui/tokens.css', import.meta.url), 'utf8')
    const token = (name: string) => new RegExp(`--${name}: (#\\w+);`).exec(tokens)?.[1]
    const colours = await coloursOfLastPage(bytes)

    expect(colours).toContain(token('del'))
    expect(colours).toContain(token('ins'))
    expect(exportHtml(document)).toContain(`--ins:${token('ins')};`)
  })
})

function wordsOf(language: Language) {
  return serverWords(language).export.discussion
}
