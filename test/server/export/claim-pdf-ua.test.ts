import { describe, expect, it } from 'vitest'
import { claimPdfUa } from '../../../server/export/claim-pdf-ua.ts'
import { createPdfCompiler } from '../../../server/export/compile-pdf.ts'
import { exampleDocument } from '../../support/plan-documents.ts'

describe('the claim of PDF/UA', () => {
  const text = Buffer.from(createPdfCompiler()(exampleDocument('nb')).bytes).toString('latin1')
  const end = text.lastIndexOf('%%EOF', text.length - '%%EOF\n'.length - 1) + '%%EOF'.length
  const before = text.slice(0, end)
  const update = text.slice(before.length)

  it('is an update behind a whole file', () => {
    expect(before.startsWith('%PDF-1.7\n')).toBe(true)
    expect(/startxref\s+\d+\s+%%EOF$/.test(before)).toBe(true)
    expect(before.includes('pdfuaid')).toBe(false)
    expect(before.includes('DisplayDocTitle')).toBe(false)
    expect(update.includes('/DisplayDocTitle true')).toBe(true)
  })

  it('writes two objects again, each where its cross-reference says', () => {
    const entries = [...update.matchAll(/^(\d+) 1\n(\d{10}) 00000 n\r\n/gm)]

    expect(entries).toHaveLength(2)
    for (const [, id, place] of entries) {
      expect(text.slice(Number(place)).startsWith(`${id} 0 obj\n`)).toBe(true)
      expect(before.includes(`\n${id} 0 obj\n`)).toBe(true)
    }
  })

  it('points back to the cross-references before it, and keeps the identifier', () => {
    const [, previous] = /\/Prev (\d+)/.exec(update)!
    const [, latest] = /startxref\n(\d+)\n%%EOF\n$/.exec(update)!
    const identifier = /\/ID \[[^\]]+\]/.exec(before)![0]

    expect(text.slice(Number(previous), Number(previous) + 5)).toBe('xref\n')
    expect(text.slice(Number(latest), Number(latest) + 5)).toBe('xref\n')
    expect(update).toContain(identifier)
  })

  it('says how long the metadata is, to the byte', () => {
    const [, length, packet] = /\/Length (\d+)\s[\s\S]*?stream\n([\s\S]*?)\nendstream/.exec(update)!

    expect(packet).toHaveLength(Number(length))
    expect(packet).toContain('<pdfuaid:part>1</pdfuaid:part>')
  })

  it('is not made for a file that is laid out in another way', () => {
    expect(() => claimPdfUa(Buffer.from('%PDF-1.7\nnothing\n%%EOF'))).toThrow('another way')
    const other = before.replaceAll('ViewerPreferences', 'ViewerPreferencez')
    expect(() => claimPdfUa(Buffer.from(other, 'latin1'))).toThrow('ViewerPreferences')
  })
})
