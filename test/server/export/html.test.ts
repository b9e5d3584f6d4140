import { createHash } from 'node:crypto'
import { JSDOM } from 'jsdom'
import { describe, expect, it } from 'vitest'
import { exportHtml } from '../../../server/export/html.ts'
import { HTML_STYLE } from '../../../server/export/html-style.ts'
import { exampleDocument } from '../../support/plan-documents.ts'

describe('the example plan', () => {
  const document = exampleDocument('nb')
  const page = parse(exportHtml(document))

  it('is one file that fetches nothing and runs nothing', () => {
    expect(page.querySelectorAll('script, link, iframe, object, embed, img, form')).toHaveLength(0)
    expect(page.querySelectorAll('style')).toHaveLength(1)
    expect(HTML_STYLE.replaceAll('url(#hatch)', '')).not.toMatch(/url\(|@import|@font-face/)
    const outside = hrefs(page).filter((href) => !href.startsWith('#'))
    expect(outside.every((href) => href.startsWith('https://ternvag.example/'))).toBe(true)
    expect(outside.length).toBeGreaterThan(10)
  })

  it('carries a policy that names its own style by hash and allows nothing else', () => {
    const policy = page.querySelector('meta[http-equiv="Content-Security-Policy"]')!
    const hash = createHash('sha256')
      .update(page.querySelector('style')!.textContent)
      .digest('base64')

    expect(policy.getAttribute('content')).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
    )
  })

  it('has landmarks, one main heading and a list of contents whose links lead somewhere', () => {
    for (const landmark of ['header', 'nav', 'main', 'footer']) {
      expect(page.querySelectorAll(`body > ${landmark}`), landmark).toHaveLength(1)
    }
    expect(page.querySelector('h1')!.textContent).toBe(document.title)
    const targets = hrefs(page).filter((href) => href.startsWith('#'))
    expect(targets).toHaveLength(document.sections.length)
    expect(targets.every((href) => page.getElementById(href.slice(1)))).toBe(true)
  })

  it('says the language of the page and of what people wrote', () => {
    const english = parse(exportHtml(exampleDocument('en')))

    expect(english.documentElement.lang).toBe('en')
    expect(english.querySelector('h1')!.lang).toBe('nb')
    expect(
      [...english.querySelectorAll<HTMLElement>('.text')].every(({ lang }) => lang === 'nb'),
    ).toBe(true)
    expect(english.querySelector('#leadership')!.textContent).toContain('Shared leadership')
    expect(english.querySelector('.status')!.textContent).toContain('Done')
  })

  it('writes days out, the status as a word, and how late an action is', () => {
    const action = [...page.querySelectorAll('.action')].find((element) =>
      element.querySelector('h4')!.textContent.includes('Makker'),
    )!

    expect(action.querySelector('.facts')!.textContent).toBe(
      'Ansvarlig: Elle Márjá Lund · start 17. august 2026 · frist 11. desember 2026',
    )
    expect(action.querySelector('.status')!.textContent).toBe('Status: I gang39 dager forsinket')
    expect(action.textContent).toContain('8. desember 2026 · Elle Márjá Lund · I gang')
  })

  it('links evidence and prints its address', () => {
    const evidence = page.querySelector('.evidence')!

    expect(evidence.querySelector('a')!.rel).toBe('noopener noreferrer')
    expect(evidence.querySelector('.address')!.textContent).toBe(
      evidence.querySelector('a')!.getAttribute('href'),
    )
  })

  it('draws the wheel from the plan: two rings of five parts and a dot for each action', () => {
    const wheel = page.querySelector('.wheel')!

    expect(wheel.getAttribute('aria-label')).toMatch(/fem deler/)
    expect(wheel.querySelectorAll('.segment[data-state="written"]')).toHaveLength(10)
    expect(wheel.querySelectorAll('g')).toHaveLength(15)
  })

  it('says whom it is independent of and when it was taken out', () => {
    expect(page.querySelector('footer')!.textContent).toBe(
      'Hentet fra Samplan 19. januar 2027.Samplan er uavhengig av Europakommisjonen og eTwinning.',
    )
  })

  it('is the same to the byte each time', () => {
    expect(exportHtml(document)).toBe(exportHtml(document))
  })
})

describe('an empty plan', () => {
  it('says so in each field, and is called by its kind', () => {
    const example = exampleDocument('nb')
    const page = parse(
      exportHtml({
        ...example,
        title: '',
        periodStart: null,
        periodEnd: null,
        sections: example.sections.map((section) => ({
          ...section,
          fields: section.fields.map((field) => ({ ...field, text: [], evidence: [] })),
          actions: [],
        })),
      }),
    )

    expect(page.querySelector('h1')!.textContent).toBe('Handlingsplan for eTwinning')
    expect(page.querySelectorAll('.field .nothing')).toHaveLength(14)
    expect(page.querySelectorAll('.actions .nothing')).toHaveLength(5)
    expect(page.querySelectorAll('.segment[data-state="empty"]')).toHaveLength(10)
  })
})

function parse(html: string): Document {
  return new JSDOM(html).window.document
}

function hrefs(page: Document): string[] {
  return [...page.querySelectorAll('[href],[src]')].map(
    (element) => element.getAttribute('href') ?? element.getAttribute('src')!,
  )
}
