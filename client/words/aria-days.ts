/** React Aria's calendar calls the days as the reader's language does (see day-names.ts). */
import { DateFormatter } from '@internationalized/date'
import { i18n } from '@lingui/core'
import { isLanguage } from '../../shared/languages.ts'
import { withOwnDays } from './day-names.ts'

/** Once, before a calendar is drawn. */
export function mendAriaDays(): void {
  const format = Reflect.get(DateFormatter.prototype, 'format')
  DateFormatter.prototype.format = function mended(date) {
    const words = format.call(this, date)
    return isLanguage(i18n.locale) ? withOwnDays(words, i18n.locale) : words
  }
}
