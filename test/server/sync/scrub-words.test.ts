import { describe, expect, it } from 'vitest'
import { createScrub } from '../../../server/sync/scrub-words.ts'

const scrub = () => createScrub({ text: 'Kari Nordmann', replacement: '…' })

describe('words that are taken out', () => {
  it('are found over the borders of pieces, in small letters and capitals', () => {
    const one = scrub()

    expect(one.cleanAll(['Vi takker Kari ', 'Nord', 'mann. KARI NORDMANN!'])).toEqual([
      'Vi takker …',
      '',
      '. …!',
    ])
    expect(one.places()).toBe(2)
  })

  it('are taken at a cut end as well, where only a part of them is left', () => {
    const cut = (...pieces: string[]) => scrub().cleanAll(pieces, true)

    expect(cut('ordmann sier at ', 'det', ' holder, sa kari no')).toEqual([
      '… sier at ',
      'det',
      ' holder, sa …',
    ])
    expect(cut('Kari Nordmann', ' og ', 'Kari Nordmann')).toEqual(['…', ' og ', '…'])
    expect(scrub().cleanAll(['ordmann sier at det holder, sa kari no'])).toEqual([
      'ordmann sier at det holder, sa kari no',
    ])
  })

  it('are left where a cut end has a letter or two alone', () => {
    const around = ['nn og ', 'så', ' videre til ka']

    expect(scrub().cleanAll(around, true)).toEqual(around)
  })
})
