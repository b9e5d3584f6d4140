import { expect, it } from 'vitest'
import { cleanCopy } from '../../../client/plan/clean-copy.ts'

function copied(html: string) {
  const page = document.createElement('div')
  page.innerHTML = html
  return cleanCopy(page)
}

it('keeps headings, paragraphs, lists, marks, languages and links, and no attribute of the page', () => {
  const { html, text } = copied(
    '<section class="x"><h2 id="a">1 Ledelse</h2><div role="textbox" data-static-text="open">' +
      '<h3>Vi</h3><p>Et <strong>fett</strong> <span lang="se">ord</span><br></p>' +
      '<ol start="3"><li><p>to</p></li></ol><p><a class="b" href="https://a.no">a</a></p></div></section>',
  )

  expect(html).toBe(
    '<h2>1 Ledelse</h2><h4>Vi</h4><p>Et <strong>fett</strong> <span lang="se">ord</span><br></p>' +
      '<ol start="3"><li>to</li></ol><p><a href="https://a.no">a</a></p>',
  )
  expect(text).toBe('1 Ledelse\n\nVi\nEt fett ord\n3. to\na')
})

it('leaves out buttons, guidance, what is folded and what only screen readers hear', () => {
  const { text } = copied(
    '<button>Eksporter</button><div data-not-copied><p>Hva?</p></div><div hidden="until-found">x</div>' +
      '<svg></svg><h4><button>Tittel</button></h4><span aria-hidden="true">skriv her</span><p>Ord</p>',
  )

  expect(text).toBe('Tittel\nOrd')
})

it('writes ticks, facts with their labels, and lists in lists', () => {
  const { html, text } = copied(
    '<ul><li><label><input type="checkbox" checked></label><div><p>gjort</p><ul><li><p>del</p></li></ul></div></li></ul>' +
      '<dl><div><dt>Frist</dt><dd>1. mai</dd></div></dl>',
  )

  expect(html).toBe(
    '<ul><li>☑ gjort<ul><li>del</li></ul></li></ul><p><strong>Frist</strong>: 1. mai</p>',
  )
  expect(text).toBe('- ☑ gjort\n  - del\nFrist: 1. mai')
})

it('never writes what people wrote as markup', () => {
  expect(copied('<p>&lt;script&gt;x&lt;/script&gt;</p>').html).toBe(
    '<p>&lt;script&gt;x&lt;/script&gt;</p>',
  )
})
