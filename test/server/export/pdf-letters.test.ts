import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createPdfCompiler } from '../../../server/export/compile-pdf.ts'
import type { PlanDocument } from '../../../shared/api/plan-document.ts'
import type { Mark, RichText } from '../../../shared/text/rich-text.ts'
import { allNodes, headingLevels, readPdf } from '../../support/pdf-file.ts'
import { arbitraryDocument, exampleDocument } from '../../support/plan-documents.ts'
import { propertyRuns, propertyTimeoutMs } from '../../support/property-runs.ts'

const compile = createPdfCompiler()

describe('what a printed plan copies out as', () => {
  it.each([
    'Blåbærsyltetøy på Ternvåg, «ærlig» – 50 %',
    'Ovttas bargat: čáhci, ŧ, ŋ, đ, š, ž',
    'Το σχολείο μας γράφει το σχέδιο μαζί',
    'Ἄνθρωπος φύσει ᾧ',
    'Школа пише план разом: ґанок, їжак, єдність',
    'مرحبا بالعالم، المدرسة تكتب الخطة',
    'السلام عليكم، والأعمال خلال العام',
    'Ճանապարհ դեպի դպրոց',
    'ქართული სკოლა წერს გეგმას',
    'Zażółć gęślą jaźń, Příliš žluťoučký kůň, Öğretmen, Þingvellir',
    'Ferdig ✓ og kjempebra 😀 → videre',
  ])('%s: as it was typed', async (line) => {
    const { bytes, unprinted, unclaimed } = compile(planOf([paragraph(line)]))

    expect([unprinted, unclaimed]).toEqual([0, null])
    expect((await readPdf(bytes)).pages.flat()).toContain(line)
  })

  it.each([
    ['Shalom: שלום', 'Shalom: □□□□', 4],
    ['Kinesisk: 你好', 'Kinesisk: □□', 2],
    ['Lærer 👩‍🏫 fra 🇳🇴', 'Lærer 👩‍🏫 fra 🇳🇴', 0],
    ['Runer: ᚠᚢᚦ', 'Runer: □□□', 3],
    ['Halv \ud800 bokstav', 'Halv □ bokstav', 1],
    ['Styrt \u202eom\u202c og \u0007ut', 'Styrt om og ut', 0],
  ])('%j: with a box for what no font has', async (line, printed, boxes) => {
    const { bytes, unprinted, unclaimed } = compile(planOf([paragraph(line)]))

    expect([unprinted, unclaimed]).toEqual([boxes, null])
    expect((await readPdf(bytes)).pages.flat()).toContain(printed)
  })

  it('sets a passage in its own language and direction', async () => {
    const greek: Mark = { type: 'lang', lang: 'el' }
    const pdf = await readPdf(
      compile(planOf([paragraph('Γυμνάσιο Θεσσαλονίκης', [greek]), paragraph('مرحبا')])).bytes,
    )

    const passages = allNodes(pdf.nodes).filter(({ lang }) => lang === 'el')
    expect(passages.map(({ text }) => text)).toContain('Γυμνάσιο Θεσσαλονίκης')
  })

  it('takes nothing a person writes for markup', async () => {
    const lines = [
      '#panic("x")',
      '= Tittel',
      '*fet* _kursiv_ $x^2$ `kode`',
      '#include "plan.json"',
      '@ref <label> \\ // x',
    ]

    const pdf = await readPdf(compile(planOf(lines.map((line) => paragraph(line)))).bytes)

    for (const line of lines) expect(pdf.pages.flat()).toContain(line)
  })
})

describe('any plan', () => {
  it(
    'becomes a PDF that claims both standards and skips no heading',
    async () => {
      await fc.assert(
        fc.asyncProperty(arbitraryDocument, async (document) => {
          const { bytes, unclaimed } = compile(document)
          const levels = headingLevels((await readPdf(bytes)).nodes)

          expect(unclaimed).toBeNull()
          expect(levels.filter((level, at) => level > (levels[at - 1] ?? 0) + 1)).toEqual([])
        }),
        { numRuns: propertyRuns(30) },
      )
    },
    propertyTimeoutMs(30),
  )

  it('is laid out with texts nested as deep as they may be', () => {
    const deepest = Array.from({ length: 8 }).reduce<RichText>(
      (inner, _, depth) =>
        depth % 2 === 0
          ? [{ type: 'bulletList', items: [inner] }]
          : [{ type: 'callout', content: inner }],
      [paragraph('innerst')],
    )

    expect(compile(planOf(deepest)).unclaimed).toBeNull()
  })
})

function paragraph(text: string, marks: readonly Mark[] = []): RichText[number] {
  return { type: 'paragraph', content: [{ type: 'text', text, marks }] }
}

/** A plan of one section with one text. */
function planOf(text: RichText): PlanDocument {
  const document = exampleDocument('nb')
  const section = document.sections.find(({ commitment }) => commitment === 'leadership')!
  const field = { ...section.fields[0]!, text, evidence: [] }
  return { ...document, sections: [{ ...section, fields: [field], actions: [] }] }
}
