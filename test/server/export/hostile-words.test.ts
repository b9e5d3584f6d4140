/**
 * Words that try to be more than words, through everything that an export is made of: in each of
 * the three they stay words, and no link leads but where links may.
 */
import { HtmlRenderer, Parser } from 'commonmark'
import { JSDOM } from 'jsdom'
import { describe, expect, it } from 'vitest'
import { createPdfCompiler } from '../../../server/export/compile-pdf.ts'
import { exportHtml } from '../../../server/export/html.ts'
import { exportMarkdown } from '../../../server/export/markdown.ts'
import type { PlanDocument } from '../../../shared/api/plan-document.ts'
import type { RichText } from '../../../shared/text/rich-text.ts'
import { HOSTILE_WORDS } from '../../fixtures/hostile/hostile-words.ts'
import { discussionOf } from '../../support/exported-threads.ts'
import { readPdf } from '../../support/pdf-file.ts'
import { exampleDocument } from '../../support/plan-documents.ts'

const OUTLINE = exampleDocument('nb')
/** As a plan keeps them: without control characters, which no text of a plan has. */
const SAID = HOSTILE_WORDS.map((words) => words.replaceAll('\u0000', ''))
const PATIENCE = { timeout: 120_000 }

describe('hostile words', () => {
  it('are sixty at least', () => {
    expect(new Set(HOSTILE_WORDS).size).toBeGreaterThanOrEqual(60)
  })

  it.each(SAID)('stay words in HTML: %j', PATIENCE, (words) => {
    const document = planOf([words])
    const page = parse(exportHtml(document, discussionOf(document, { words, name: words })))

    expectHarmless(page)
    expect(page.querySelector('h1')!.textContent).toBe(words)
    const messages = [...page.querySelectorAll('.message')]
    expect(messages[0]!.lastElementChild!.textContent).toBe(words.replace(/\n/g, ''))
  })

  it.each(SAID)('stay words in Markdown: %j', PATIENCE, (words) => {
    const document = planOf([words])
    const markdown = exportMarkdown(document, discussionOf(document, { words, name: words }))
    // A renderer that trusts the HTML in it, as most do.
    const page = parse(new HtmlRenderer({ safe: false }).render(new Parser().parse(markdown)))

    expectHarmless(page)
    const shown = withoutSpace(page.body.textContent)
    expect(shown.split(withoutSpace(words)).length - 1).toBeGreaterThanOrEqual(20)
  })

  it(
    'are printed as words in a PDF that keeps its standards, all of them at once',
    PATIENCE,
    async () => {
      const document = planOf(SAID)
      const notes = SAID.flatMap((words) => discussionOf(document, { words, name: words }).notes)
      const decisions = notes.flatMap(({ decision }) => decision ?? [])
      const numbered = notes.map((note, index) => ({ ...note, number: index + 1 }))
      const discussion = { ...discussionOf(document), notes: numbered, decisions }

      const { bytes, unclaimed } = createPdfCompiler()(document, discussion)
      const pdf = await readPdf(bytes)

      expect(unclaimed).toBeNull()
      const shown = withoutSpace(pdf.pages.flat().join(''))
      for (const words of ['#read("/etc/passwd")', '<note-1>@note-1', ']#panic("x")[']) {
        expect(shown).toContain(words.replace(/\s/g, ''))
      }
      expect(shown).not.toContain('root:x:')
      const outside = pdf.links.flatMap(({ address }) => address ?? [])
      expect(outside.filter((address) => !address.startsWith('https://a.example'))).toEqual([])
    },
  )
})

/** The words in every place that people put words into. */
function planOf(all: readonly string[]): PlanDocument {
  const [first = ''] = all
  const section = OUTLINE.sections.find(({ commitment }) => commitment !== null)!
  const [field, ...fields] = section.fields
  const [action] = section.actions
  const text: RichText = all.map((words) => paragraph(words))
  const evidence = all.map((label) => ({ label, address: 'https://a.example/"onclick="alert(1)' }))
  return {
    ...OUTLINE,
    title: first,
    school: first,
    sections: [
      {
        ...section,
        fields: [{ ...field!, text, evidence }, ...fields],
        actions: [
          {
            ...action!,
            title: [paragraph(first)],
            goal: text,
            description: [{ type: 'bulletList', items: text.map((block) => [block]) }],
            owners: [...all],
            checkIns: all.map((words) => ({
              date: OUTLINE.today,
              status: 'done',
              text: words,
              by: words,
            })),
            evidence,
          },
        ],
      },
    ],
  }
}

function paragraph(words: string): RichText[number] {
  return { type: 'paragraph', content: [{ type: 'text', text: words, marks: [] }] }
}

function expectHarmless(page: Document): void {
  const dangerous =
    'script,iframe,object,embed,img,link,base,form,input,svg a,svg image,svg use,video,audio,math'
  expect([...page.querySelectorAll(dangerous)].map(({ outerHTML }) => outerHTML)).toEqual([])
  const attributes = [...page.querySelectorAll('*')].flatMap(({ attributes: own }) => [...own])
  const handlers = attributes.filter(({ name }) => /^on|^style$|^srcdoc$/i.test(name))
  expect(handlers.map(({ name }) => name)).toEqual([])
  const addresses = attributes
    .filter(({ name }) => ['href', 'src', 'action', 'xlink:href'].includes(name))
    .map(({ value }) => value)
  expect(addresses.filter((address) => !/^(?:#|https:\/\/a\.example)/.test(address))).toEqual([])
}

function parse(html: string): Document {
  return new JSDOM(html).window.document
}

function withoutSpace(text: string | null): string {
  return (text ?? '').replace(/\s/g, '')
}
