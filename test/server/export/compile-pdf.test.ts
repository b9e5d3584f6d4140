import { describe, expect, it } from 'vitest'
import { createPdfCompiler } from '../../../server/export/compile-pdf.ts'
import type { PlanDocument } from '../../../shared/api/plan-document.ts'
import { allNodes, headingLevels, readPdf } from '../../support/pdf-file.ts'
import { exampleDocument } from '../../support/plan-documents.ts'

const compile = createPdfCompiler()

describe('a plan that cannot keep both standards', () => {
  it('becomes a tagged PDF that claims neither, with the reason', async () => {
    const nameless = { ...exampleDocument('nb'), title: '', kind: '' }

    const { bytes, unclaimed } = compile(nameless)
    const pdf = await readPdf(bytes)

    expect(unclaimed).toBe('PDF/UA-1 error: missing document title')
    expect(pdf.isTagged).toBe(true)
    expect([pdf.xmp('pdfuaid:part'), pdf.xmp('pdfaid:part')]).toEqual([null, null])
    expect(pdf.pages.flat()).toContain('Skolen vår')
  })
})

describe('the example plan', async () => {
  const document = exampleDocument('nb')
  const compiled = compile(document)
  const pdf = await readPdf(compiled.bytes)
  const nodes = allNodes(pdf.nodes)
  const texts = (role: string) => nodes.filter((node) => node.role === role).map(({ text }) => text)

  it('claims PDF/UA-1 and PDF/A-2a in one file', () => {
    expect(compiled.unclaimed).toBeNull()
    expect(pdf.xmp('pdfuaid:part')).toBe('1')
    expect(pdf.xmp('pdfaid:part')).toBe('2')
    expect(pdf.xmp('pdfaid:conformance')).toBe('A')
  })

  it('describes the claim of PDF/UA as PDF/A wants foreign properties described', () => {
    expect(pdf.xmp('pdfaextension:schemas')).toContain('http://www.aiim.org/pdfua/ns/id/')
  })

  it('is tagged, says its language, and shows its title instead of a file name', () => {
    expect(pdf.isTagged).toBe(true)
    expect(pdf.language).toBe('nb')
    expect(pdf.title).toBe(document.title)
    expect(pdf.showsTitle).toBe(true)
  })

  it('prints every character', () => {
    expect(compiled.unprinted).toBe(0)
  })

  it('embeds every font and says which letters its glyphs are', () => {
    const objects = Buffer.from(compiled.bytes)
      .toString('latin1')
      .split(/\bendobj\b/)
    const composite = objects.filter((object) => object.includes('/Subtype /Type0'))
    const descriptors = objects.filter((object) => object.includes('/Type /FontDescriptor'))

    expect(composite.length).toBeGreaterThan(4)
    expect(composite.every((object) => object.includes('/ToUnicode'))).toBe(true)
    expect(descriptors).toHaveLength(composite.length)
    expect(descriptors.every((object) => /\/FontFile[23]? /.test(object))).toBe(true)
    expect(objects.filter((object) => /\/Subtype \/(Type1|TrueType)\b/.test(object))).toEqual([])
  })

  it('has a heading for every section, field and action, and skips no level', () => {
    const levels = headingLevels(pdf.nodes)

    expect(levels[0]).toBe(1)
    expect(levels.filter((level, at) => level > (levels[at - 1] ?? 0) + 1)).toEqual([])
    expect(texts('H1')).toEqual([
      'Innhold',
      ...document.sections.map(({ number, title }) => (number ? `${number} ${title}` : title)),
    ])
    for (const { fields, actions } of document.sections) {
      for (const { label } of fields) expect(texts('H2')).toContain(label)
      for (const { number } of actions) {
        expect(texts('H3').filter((text) => text.startsWith(`${number} `))).toHaveLength(1)
      }
    }
  })

  it('sets headings in one run of words, without blocks inside', () => {
    const headings = nodes.filter(({ role }) => /^H[1-6]$/.test(role))

    const inside = new Set(
      headings.flatMap(({ children }) => allNodes(children)).map(({ role }) => role),
    )
    expect([...inside].filter((role) => role !== 'Span')).toEqual([])
  })

  it('has contents whose page numbers are true', () => {
    const entries = nodes.filter(({ role }) => role === 'TOCI')

    expect(entries).toHaveLength(document.sections.length)
    for (const [at, { title }] of document.sections.entries()) {
      const [, page] = new RegExp(`${title} (\\d+)`).exec(entries[at]!.text)!
      const lines = pdf.pages[Number(page) - 1]!
      expect(lines.join(' ')).toContain(title)
      expect(lines.at(-1)).toBe(`${document.title} ${page}`)
    }
  })

  it('gives an action as a list of terms', () => {
    const terms = nodes.filter(({ role }) => role === 'LI').map(({ children }) => children)
    const indicator = terms.find(([label]) => label?.text === 'Slik ser vi at det virker')!

    expect(indicator.map(({ role }) => role)).toEqual(['Lbl', 'LBody'])
    expect(indicator[1]!.text).toMatch(/^Antall team i gruppa går fra 2 til 5\./)
  })

  it('says the wheel and the ticks in words, and of every link where it leads', () => {
    expect(nodes.filter(({ role }) => role === 'Figure').map(({ alt }) => alt)).toEqual([
      expect.stringMatching(/^Planen som et hjul med fem deler/),
      'Gjort',
      'Gjort',
      'Ikke gjort',
      'Ikke gjort',
    ])
    expect(pdf.links.length).toBeGreaterThan(20)
    expect(pdf.links.filter(({ words }) => words === '')).toEqual([])
  })

  it('has a bookmark for each section', () => {
    expect(pdf.bookmarks.slice(-6)).toEqual([
      '1 Felles lederskap',
      '2 Samarbeid, deling og teamarbeid',
      '3 Elevene er endringsagenter',
      '4 Modeller for andre skoler',
      '5 Inkluderende og innovative læringsorganisasjoner',
      'Oppfølging',
    ])
  })

  it('gives the same bytes for the same plan', () => {
    expect(Buffer.from(compile(document).bytes).equals(compiled.bytes)).toBe(true)
  })

  it('speaks another language around the same Norwegian texts', async () => {
    const english = await readPdf(compile(exampleDocument('en')).bytes)
    const passages = allNodes(english.nodes).filter(({ lang }) => lang === 'nb')

    expect(english.language).toBe('en')
    expect(english.pages.flat()).toContain('How we do it today')
    expect(passages.some(({ text }) => text.startsWith('Ternvåg skole ligger ytterst'))).toBe(true)
  })
})

describe('the foot of a page', () => {
  // So long that the one or the other came to stand there, with what it announces overleaf.
  it.each([16, 18, 26])(
    'never holds what announces a list alone: %i lines before',
    async (count) => {
      const base = exampleDocument('nb')
      const [first] = base.sections.filter(({ actions }) => actions.length > 0)
      const [before, announced, ...others] = first!.fields
      const points = [1, 2, 3, 4, 5].map((each) => [paragraph(`Punkt ${each}`)])
      const fields = [
        { ...before!, text: Array.from({ length: count }, (_, at) => paragraph(`Linje ${at}`)) },
        {
          ...announced!,
          text: [paragraph('Dette gjør vi:'), { type: 'bulletList', items: points }],
        },
        ...others,
      ] as const
      const sections = base.sections.map((each) => (each === first ? { ...each, fields } : each))

      const pdf = await readPdf(compile({ ...base, sections } as PlanDocument).bytes)

      const feet = pdf.pages.map((lines) => lines.at(-2) ?? '')
      const labels = base.sections.flatMap((section) => section.fields.map(({ label }) => label))
      expect(pdf.pages.flat()).toContain('Dette gjør vi:')
      expect(
        feet.filter((foot) => /^(?:Tiltak|Dette gjør vi:|\d+ tiltak, .*)$/.test(foot)),
      ).toEqual([])
      expect(feet.filter((foot) => labels.includes(foot))).toEqual([])
    },
  )
})

function paragraph(text: string) {
  return { type: 'paragraph', content: [{ type: 'text', text, marks: [] }] } as const
}
