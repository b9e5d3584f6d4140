import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { exportWords } from '../../../server/export/export-words.ts'
import { exportMarkdown } from '../../../server/export/markdown.ts'
import { oneLine } from '../../../shared/text/plain-text.ts'
import { type Shape, shapeOfMarkdown, wordsOfShape } from '../../support/markdown-shape.ts'
import { arbitraryDocument, exampleDocument } from '../../support/plan-documents.ts'
import { propertyRuns } from '../../support/property-runs.ts'

/** Whole documents are large, and a DOM is slow to make. */
const DOCUMENT_RUNS = Math.ceil(propertyRuns(200) / 10)
const PATIENCE = { timeout: 60_000 }

it('writes the example plan: title, sections, fields, actions with their facts', () => {
  const markdown = exportMarkdown(exampleDocument('nb'))

  expect(
    markdown.startsWith('# Ternvåg møter Europa 2026–2027\n\nHandlingsplan for eTwinning\n'),
  ).toBe(true)
  expect(markdown).toContain('- **Planperiode:** 1. januar 2026 – 31. desember 2027\n')
  expect(markdown).toContain('\n## 1 Felles lederskap\n\n')
  expect(markdown).toContain(
    '\n### Slik gjør vi det i dag\n\nHos oss hviler nesten alt på **én person**. ',
  )
  expect(markdown).toContain(
    [
      '#### 2.2 Makker for nye eTwinnere',
      '',
      '- **Ansvarlig:** Elle Márjá Lund',
      '- **Start:** 17. august 2026',
      '- **Frist:** 11. desember 2026',
      '- **Status:** I gang (39 dager forsinket)',
      '- **Mål:** ',
    ].join('\n'),
  )
  expect(markdown).toContain('  - Elle Márjá Lund, 8. desember 2026, I gang: ')
  expect(markdown.endsWith('Samplan er uavhengig av Europakommisjonen og eTwinning.\n')).toBe(true)
})

it('speaks the language of the document', () => {
  const markdown = exportMarkdown(exampleDocument('en'))

  expect(markdown).toContain(
    '- **Deadline:** 11 December 2026\n- **Status:** Started (39 days late)\n',
  )
  expect(markdown).toContain('\n## 1 Shared leadership\n')
})

it(
  'keeps its outline whatever people put in: no text becomes a heading of the plan',
  PATIENCE,
  () => {
    fc.assert(
      fc.property(arbitraryDocument, (document) => {
        const [, ...blocks] = shapesAbove(exportMarkdown(document))
        const outline = blocks
          .filter(([kind]) => /^heading [23]$/.test(kind))
          .map((shape) => wordsOfShape([shape]))

        expect(outline).toEqual(
          document.sections.flatMap((section) => [
            withoutSpace(`${section.number ?? ''}${section.title}`),
            ...section.fields.map(({ label }) => withoutSpace(label)),
            ...(section.commitment ? [exportWords(document.language).actions] : []),
          ]),
        )
      }),
      { numRuns: DOCUMENT_RUNS },
    )
  },
)

it('keeps the words of every action in its heading and its list', PATIENCE, () => {
  fc.assert(
    fc.property(arbitraryDocument, (document) => {
      const blocks = shapesAbove(exportMarkdown(document))
      const at = blocks.findIndex(
        ([kind, content]) => kind === 'heading 2' && wordsOfShape(content).startsWith('3'),
      )
      const actions = document.sections.flatMap((section) => section.actions)
      const found = blocks
        .slice(at)
        .flatMap(([kind, content], index, rest) =>
          kind === 'heading 4' &&
          /^(1\.1|5\.12)/.test(wordsOfShape(content)) &&
          rest[index + 1]?.[0] === 'bullet'
            ? [wordsOfShape(content) + wordsOfShape(rest[index + 1]![1])]
            : [],
        )

      for (const action of actions) {
        const title = withoutSpace(oneLine(action.title)).replaceAll('~', '')
        expect(found.some((words) => words.startsWith(`${action.number}${title}`))).toBe(true)
        for (const owner of action.owners) {
          expect(found.some((words) => words.includes(withoutSpace(owner)))).toBe(true)
        }
      }
    }),
    { numRuns: DOCUMENT_RUNS },
  )
})

/** The blocks above the line that closes the plan: the only one there is. */
function shapesAbove(markdown: string): readonly Shape[] {
  return shapeOfMarkdown(markdown.slice(0, markdown.lastIndexOf('\n---\n')))
}

function withoutSpace(text: string): string {
  return text.replace(/\s/g, '')
}
