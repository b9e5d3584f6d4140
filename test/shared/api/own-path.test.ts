import { describe, expect, it } from 'vitest'
import { ownPath } from '../../../shared/api/own-path.ts'

describe('a path of our own', () => {
  it.each(['/', '/plans/abc?x=1#field', '/account', '/plans/æøå', '/sign-inside'])(
    '%s stays',
    (path) => {
      expect(ownPath(path)).toBe(path)
    },
  )

  it.each([
    '',
    'plans',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '/x\\..\\evil',
    '/\t/evil.example',
    '/\n/evil.example',
    '\t//evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/sign-in?to=/sign-in',
    '/api/sign-out',
    `/${'x'.repeat(600)}`,
  ])('%j leads to the start page', (path) => {
    expect(ownPath(path)).toBe('/')
  })

  it('is never another host, as browsers read it', () => {
    const signs = ['/', '\\', '\t', '\n', '\r', ' ', '.', '@', ':', 'e', '?', '#', '%2f']
    for (const one of signs) {
      for (const two of signs) {
        for (const three of signs) {
          const path = ownPath(`/${one}${two}${three}evil.example`)
          expect(new URL(path, 'https://samplan.example').origin).toBe('https://samplan.example')
        }
      }
    }
  })
})
