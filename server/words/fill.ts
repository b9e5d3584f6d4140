/**
 * Fills a message of ICU's MessageFormat: names, plurals and choices. Numbers and dates come as
 * texts already, and what is filled in stays what it is: it is never read as a message.
 */
import type { CompiledMessage } from '@lingui/message-utils/compileMessage'

/** By name; a number where a plural depends on it. */
export type Values = Readonly<Record<string, string | number>>

/** The sentence. @param locale whose plurals and numbers it has. */
export function fill(message: CompiledMessage, values: Values, locale: string): string {
  return fillIn(message, values, locale, null)
}

/** @param count what `#` stands for, inside a plural. */
function fillIn(
  message: CompiledMessage,
  values: Values,
  locale: string,
  count: number | null,
): string {
  return message
    .map((token) => {
      if (token === '#' && count !== null) return new Intl.NumberFormat(locale).format(count)
      if (typeof token === 'string') return token
      const [name, type, forms] = token
      const value = values[name]
      if (value === undefined) throw new Error(`fill: nothing is said for {${name}}`)
      if (type === undefined) return String(value)
      const { form, count: inside } = choose(type, value, forms as Forms, locale)
      return fillIn(form, values, locale, inside ?? count)
    })
    .join('')
}

type Forms = Readonly<Record<string, CompiledMessage | undefined>>

function choose(type: string, value: string | number, forms: Forms, locale: string) {
  if (type === 'select') return { form: forms[value] ?? forms['other'] ?? [], count: null }
  const kind = type === 'selectordinal' ? 'ordinal' : 'cardinal'
  const count = Number(value)
  const category = new Intl.PluralRules(locale, { type: kind }).select(count)
  return { form: forms[count] ?? forms[category] ?? forms['other'] ?? [], count }
}
