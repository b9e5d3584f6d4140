import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { exportWords } from '../../../server/export/export-words.ts'
import type { CalendarDate } from '../../../shared/calendar-date.ts'

const date = (text: string) => text as CalendarDate
const nb = exportWords('nb')
const nn = exportWords('nn')
const en = exportWords('en')

describe('dates', () => {
  it('are written out as each language does', () => {
    expect(nb.date(date('2026-09-30'))).toBe('30. september 2026')
    expect(en.date(date('2026-09-30'))).toBe('30 September 2026')
  })

  it.each(['Pacific/Auckland', 'America/Los_Angeles'])(
    'are the days they say on a server in %s',
    (TZ) => {
      const module = new URL('../../../server/export/export-words.ts', import.meta.url).href
      const script = `import { exportWords } from '${module}'
        console.log(exportWords('en').date('2027-01-01'))`

      const said = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
        env: { ...process.env, TZ },
        encoding: 'utf8',
      })

      expect(said).toBe('1 January 2027\n')
    },
  )

  it('from one to another are said as shortly as may be', () => {
    expect(nb.dates(date('2026-01-01'), date('2027-12-31'))).toBe(
      '1. januar 2026–31. desember 2027',
    )
    const range = en.dates(date('2026-08-17'), date('2026-12-11'))
    expect(range.replace(/\s/g, ' ')).toBe('17 August – 11 December 2026')
  })
})

describe('counts', () => {
  it('agree with their nouns', () => {
    expect([nb.daysLate({ days: 1 }), nb.daysLate({ days: 39 })]).toEqual([
      '1 dag forsinket',
      '39 dager forsinket',
    ])
    expect([en.daysLate({ days: 1 }), en.daysLate({ days: 39 })]).toEqual([
      '1 day late',
      '39 days late',
    ])
    expect([
      nb.actionsDone({ all: 0, done: 0 }),
      nb.actionsDone({ all: 1, done: 1 }),
      nb.actionsDone({ all: 3, done: 1 }),
    ]).toEqual(['ingen tiltak', '1 tiltak, 1 ferdig', '3 tiltak, 1 ferdig'])
    expect([nb.actionsDone({ all: 3, done: 0 }), nb.actionsDone({ all: 3, done: 2 })]).toEqual([
      '3 tiltak, 0 ferdige',
      '3 tiltak, 2 ferdige',
    ])
    expect([nn.daysLate({ days: 1 }), nn.daysLate({ days: 39 })]).toEqual([
      '1 dag forseinka',
      '39 dagar forseinka',
    ])
    expect([nn.actionsDone({ all: 1, done: 1 }), nn.actionsDone({ all: 3, done: 2 })]).toEqual([
      '1 tiltak, 1 ferdig',
      '3 tiltak, 2 ferdige',
    ])
    expect([
      nn.fieldsWritten({ written: 1, all: 2 }),
      nn.fieldsWritten({ written: 2, all: 2 }),
    ]).toEqual(['1 av 2 felt utfylt', '2 av 2 felt utfylte'])
    expect([
      en.actionsDone({ all: 0, done: 0 }),
      en.actionsDone({ all: 1, done: 1 }),
      en.actionsDone({ all: 3, done: 1 }),
    ]).toEqual(['no actions', '1 action, 1 done', '3 actions, 1 done'])
  })
})
