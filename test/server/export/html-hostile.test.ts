import * as fc from 'fast-check'
import { JSDOM } from 'jsdom'
import { describe, expect, it } from 'vitest'
import { exportHtml } from '../../../server/export/html.ts'
import type { PlanDocument } from '../../../shared/api/plan-document.ts'
import { plainText } from '../../../shared/text/plain-text.ts'
import { arbitraryDocument, exampleDocument, HOSTILE_LINES } from '../../support/plan-documents.ts'
import { propertyRuns } from '../../support/property-runs.ts'

/** All that an exported plan may consist of. Attributes by element; '*' on any. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  '*': ['class', 'id', 'lang', 'dir', 'role', 'aria-label', 'aria-labelledby', 'aria-hidden'],
  a: ['href', 'rel'],
  circle: ['cx', 'cy', 'r'],
  defs: [],
  g: ['transform'],
  meta: ['charset', 'name', 'content', 'http-equiv'],
  ol: ['start'],
  path: ['d', 'data-state'],
  pattern: ['id', 'width', 'height', 'patternUnits', 'patternTransform'],
  rect: ['x', 'y', 'width', 'height'],
  svg: ['viewBox'],
  text: ['x', 'y'],
}
const BARE = [
  'html head title style body header nav main section article footer figure figcaption div span p',
  'h1 h2 h3 h4 h5 h6 ul li dl dt dd blockquote strong em u s b bdi code br',
].join(' ').split(' ') // prettier-ignore

/** Whole documents are large, and a DOM is slow to make. */
const DOCUMENT_RUNS = Math.ceil(propertyRuns(200) / 10)
const PATIENCE = { timeout: 60_000 }

describe('whatever people put in', () => {
  it('stays words: only known elements and attributes, only safe addresses', PATIENCE, () => {
    checkDocuments((_document, page) => {
      for (const element of page.querySelectorAll('*')) {
        const name = element.tagName.toLowerCase()
        const own = ALLOWED[element.tagName] ?? ALLOWED[name] ?? (BARE.includes(name) ? [] : null)
        expect(own, name).not.toBeNull()
        const strange = [...element.attributes]
          .map((attribute) => attribute.name)
          .filter((attribute) => ![...ALLOWED['*']!, ...own!].includes(attribute))
        expect(strange, name).toEqual([])
      }
      expect(hrefs(page).filter((href) => !/^(#|https:|mailto:)/.test(href))).toEqual([])
      expect(page.querySelectorAll('style')).toHaveLength(1)
    })
  })

  it('never makes the outline skip a level', PATIENCE, () => {
    checkDocuments((_document, page) => {
      const levels = [...page.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(({ tagName }) =>
        Number(tagName[1]),
      )

      expect(levels[0]).toBe(1)
      expect(levels.filter((level) => level === 1)).toHaveLength(1)
      const skips = levels.filter((level, index) => index > 0 && level > levels[index - 1]! + 1)
      expect(skips).toEqual([])
    })
  })

  it('keeps every word, in order', PATIENCE, () => {
    checkDocuments((document, page) => {
      const fields = [...page.querySelectorAll('.field')]
      const texts = document.sections.flatMap((section) => section.fields.map(({ text }) => text))

      expect(fields).toHaveLength(texts.length)
      fields.forEach((field, index) => {
        for (const added of field.querySelectorAll('.unseen')) added.remove()
        const written = field.querySelector('.text')?.textContent ?? ''
        expect(withoutSpace(written)).toBe(withoutSpace(plainText(texts[index]!)))
      })
      expect(page.querySelector('h1')!.textContent).toBe(document.title || document.kind)
      expect(page.querySelector('.school')!.textContent).toBe(document.school)
    })
  })

  it.each(HOSTILE_LINES)('keeps %j as it is, wherever it stands', (line) => {
    const example = exampleDocument('nb')
    const [section] = example.sections.filter(({ commitment }) => commitment !== null)
    const [action] = section!.actions
    const text = [
      { type: 'paragraph', content: [{ type: 'text', text: line, marks: [] }] },
    ] as const
    const page = parse(
      exportHtml({
        ...example,
        title: line,
        school: line,
        sections: [
          {
            ...section!,
            fields: [{ ...section!.fields[0]!, text, evidence: [{ label: line, address: null }] }],
            actions: [
              {
                ...action!,
                title: text,
                owners: [line],
                evidence: [{ label: line, address: 'https://a.example' }],
              },
            ],
          },
        ],
      }),
    )

    const places = [
      'h1',
      '.school',
      '.text p',
      '.evidence bdi',
      'h4 span[lang]',
      '.facts b',
      '.evidence a',
    ]
    expect(places.map((place) => page.querySelector(place)!.textContent)).toEqual(
      places.map(() => line),
    )
    expect(page.title).toBe(`${line} · ${line}`.replace(/\s+/g, ' ').trim())
  })
})

function checkDocuments(check: (document: PlanDocument, page: Document) => void): void {
  fc.assert(
    fc.property(arbitraryDocument, (document) => {
      check(document, parse(exportHtml(document)))
    }),
    { numRuns: DOCUMENT_RUNS },
  )
}

function parse(html: string): Document {
  return new JSDOM(html).window.document
}

function hrefs(page: Document): string[] {
  return [...page.querySelectorAll('[href],[src]')].map(
    (element) => element.getAttribute('href') ?? element.getAttribute('src')!,
  )
}

function withoutSpace(text: string): string {
  return text.replace(/\s/g, '')
}
