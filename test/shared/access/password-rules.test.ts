import { describe, expect, it } from 'vitest'
import { passwordProblem } from '../../../shared/access/password-rules.ts'

const KNOWN = ['Kari Nordmann', 'kari.nordmann@ternvag.kommune.no', 'Ternvåg skole']

describe('a password', () => {
  it.each([
    ['tre grønne sykler', null],
    ['Vk3#9!pz', null],
    ['#!&%()=?/+', null],
    ['korrekt hest batteri stift', null],
    ['漢字かな交じり文です', null],
    ['åtte tegn', null],
    ['kort', 'too-short'],
    ['🚲🚲🚲🚲🚲🚲🚲', 'too-short'],
    ['x'.repeat(201), 'too-long'],
    ['password', 'too-common'],
    ['Passord1', 'too-common'],
    ['P@ssord2026!!', 'too-common'],
    ['hemmelighemmelig', 'too-common'],
    ['sommer2026', 'too-common'],
    ['Samplan123', 'too-common'],
    ['aaaaaaaaaa', 'too-common'],
    ['abababab', 'too-common'],
    ['abcdefghij', 'too-common'],
    ['87654321', 'too-common'],
    ['17.05.1814', 'too-common'],
    ['Nordmann1987', 'too-personal'],
    ['karinordmann', 'too-personal'],
    ['Ternvåg2026', 'too-personal'],
  ])('%j: %s', (password, problem) => {
    expect(passwordProblem(password, KNOWN)).toBe(problem)
  })
})
