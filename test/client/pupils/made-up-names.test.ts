import { describe, expect, it } from 'vitest'
import {
  looksLikeFullName,
  madeUpNames,
  similarName,
} from '../../../client/pupils/made-up-names.ts'

describe('names for pupils', () => {
  it('are three different animals with a number', () => {
    const names = madeUpNames(['Oter', 'Rev', 'Ugle', 'Elg'], () => 0.5)

    expect(names).toEqual(['Ugle 51', 'Rev 51', 'Elg 51'])
  })

  it.each(['Nora Hansen', 'Nora B. Hansen', ' Åse  Øverland ', 'Elle Márjá'])(
    'like %j look like full ones',
    (name) => {
      expect(looksLikeFullName(name)).toBe(true)
    },
  )

  it.each(['', 'Nora', 'nora hansen', 'Oter 7', 'NORA', 'Den lille reven', 'Nora H'])(
    'like %j do not',
    (name) => {
      expect(looksLikeFullName(name)).toBe(false)
    },
  )

  it.each([
    ['Nora', 'Nora 51'],
    ['Tern 4', 'Tern 51'],
    [' Nora ', 'Nora 51'],
  ])('for somebody else than %j are like it', (name, other) => {
    expect(similarName(name, () => 0.5)).toBe(other)
  })

  it('stay as short as the school takes them', () => {
    expect(similarName('x'.repeat(40), () => 0.99).length).toBeLessThanOrEqual(40)
  })
})
