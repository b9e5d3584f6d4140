import { describe, expect, it } from 'vitest'
import { safeLinkAddress } from '../../../shared/text/link-address.ts'
import { HOSTILE_ADDRESSES } from '../../fixtures/hostile/hostile-words.ts'

describe('an address that may be used', () => {
  it.each([
    'https://ternvag.example',
    'http://a.example/b?c=d&e#f',
    'HTTPS://A.example',
    'mailto:post@ternvag.example?subject=Hei',
    'https://[::1]:8080/',
    'https://blåbær.example/ærlig',
    'https://a.example/"<>\'()[]`\\',
  ])('%s', (address) => {
    expect(safeLinkAddress(address)).toBe(address)
  })

  it('loses the space around it', () => {
    expect(safeLinkAddress('  https://a.example\n')).toBe('https://a.example')
  })
})

describe('an address that may not', () => {
  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\tscript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'https://a.example\njavascript:alert(1)',
    'https:\u00a0//a.example',
    'data:text/html,<script>1</script>',
    'vbscript:msgbox(1)',
    'file:///etc/passwd',
    'blob:https://a.example/1',
    'ftp://a.example',
    '//a.example',
    '/plans/1',
    '#a',
    'a.example',
    'https:a.example',
    'https:/a.example',
    'https://',
    'https:///a',
    'https://?a',
    'mailto:',
    'https://a.example/ b',
    `https://a.example/${'x'.repeat(2048)}`,
    '',
    7,
    null,
    undefined,
    { toString: () => 'https://a.example' },
  ])('%j', (address) => {
    expect(safeLinkAddress(address)).toBeNull()
  })
})

describe('the addresses of test/fixtures/hostile', () => {
  it.each(HOSTILE_ADDRESSES)('%j is none for a link', (address) => {
    expect(safeLinkAddress(address)).toBeNull()
  })
})
