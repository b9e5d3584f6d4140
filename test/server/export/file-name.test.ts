import { describe, expect, it } from 'vitest'
import { attachment, exportFileName } from '../../../server/export/file-name.ts'

describe('the name of an exported file', () => {
  it.each([
    ['Ternvåg møter Europa 2026–2027', 'Ternvåg møter Europa 2026–2027.html'],
    ['../../etc/passwd', 'etc passwd.html'],
    ['a/b\\c:d*e?"f"<g>|h', 'a b c d e f g h.html'],
    ['   ', 'plan.html'],
    ['...', 'plan.html'],
    ['Plan.', 'Plan.html'],
    ['x'.repeat(500), `${'x'.repeat(120)}.html`],
    [`${'x'.repeat(119)}🏫🏫`, `${'x'.repeat(119)}🏫.html`],
  ])('%j becomes %j', (title, fileName) => {
    expect(exportFileName(title, 'html')).toBe(fileName)
  })

  it('stands whole in the header, with plain letters for old readers', () => {
    expect(attachment('Ternvåg møter «Europa» 2026–2027.md')).toBe(
      'attachment; filename="Ternvag moter _Europa_ 2026-2027.md"; ' +
        "filename*=UTF-8''Ternv%C3%A5g%20m%C3%B8ter%20%C2%ABEuropa%C2%BB%202026%E2%80%932027.md",
    )
  })

  it('cannot break out of the header', () => {
    const header = attachment('a"; filename="b\r\nset-cookie: x=1.md')

    expect(header).not.toMatch(/[\r\n]/)
    expect(header.match(/"/g)).toHaveLength(2)
  })
})
