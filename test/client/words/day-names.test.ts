import { DateFormatter } from '@internationalized/date'
import { i18n } from '@lingui/core'
import { describe, expect, it } from 'vitest'
import { mendAriaDays } from '../../../client/words/aria-days.ts'
import { withOwnDays } from '../../../client/words/day-names.ts'
import { languageTraits } from '../../../shared/languages.ts'

/** Node knows nynorsk, as Firefox and Safari do; Chromium does not. */
const TRUE_NYNORSK = 'nn-NO'
const STAND_IN = languageTraits('nn').locale
const DAYS = Array.from({ length: 400 }, (_, day) => new Date(Date.UTC(2026, 0, 1 + day)))

describe('a date in nynorsk', () => {
  it.each<Intl.DateTimeFormatOptions>([
    { day: 'numeric', month: 'short', year: 'numeric' },
    { day: 'numeric', month: 'long', year: 'numeric' },
    { month: 'long', year: 'numeric' },
    { weekday: 'long', day: 'numeric', month: 'long' },
    { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
    { weekday: 'long' },
  ])('written as %j is what nynorsk itself writes', (options) => {
    const own = new Intl.DateTimeFormat(TRUE_NYNORSK, { ...options, timeZone: 'UTC' })
    const standIn = new Intl.DateTimeFormat(STAND_IN, { ...options, timeZone: 'UTC' })

    for (const day of DAYS) expect(withOwnDays(standIn.format(day), 'nn')).toBe(own.format(day))
  })

  it('calls today and yesterday what nynorsk does', () => {
    for (const days of [0, -1]) {
      const [own, standIn] = [TRUE_NYNORSK, STAND_IN].map((locale) =>
        new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day'),
      )
      expect(standIn).toBe(own)
    }
  })
})

it('the other languages keep their days', () => {
  expect(withOwnDays('tirsdag 24. november', 'nb')).toBe('tirsdag 24. november')
})

it('the calendar heads its columns with the days of the language that is shown', () => {
  mendAriaDays()
  const head = new DateFormatter(STAND_IN, { weekday: 'short', timeZone: 'UTC' })
  const tuesday = new Date(Date.UTC(2026, 10, 24))

  i18n.loadAndActivate({ locale: 'nn', messages: {} })
  expect(head.format(tuesday)).toBe('tys.')
  i18n.loadAndActivate({ locale: 'nb', messages: {} })
  expect(head.format(tuesday)).toBe('tir.')
})
