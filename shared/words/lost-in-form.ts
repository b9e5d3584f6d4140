/**
 * What a translation does not say where the English says it: in one form of a plural, for one of
 * several choices. Both are read with the same values, of which there is one for every way in
 * which either of them bends.
 *
 * A form that stands for one number only need not say it: “ein kommentar”.
 */
import type { CompiledMessage } from '@lingui/message-utils/compileMessage'

export interface Bending {
  readonly message: CompiledMessage
  /** Whose plurals it has. */
  readonly locale: string
}

export interface LostInForm {
  /** '{name}', '<0>', and '#' for the number of the plural it is lost in. */
  readonly slots: readonly string[]
  /** 'one of {count}', '=0 of {count}'; from the outermost. */
  readonly forms: readonly string[]
}

type Value = string | number
type Values = ReadonlyMap<string, Value>

interface Selector {
  readonly name: string
  readonly type: string
  readonly forms: Readonly<Record<string, CompiledMessage | undefined>>
}

/** Every way a language bends by a number is among these. */
const NUMBERS = [...Array(201).keys(), 1_000_000]

/** The first that is lost; null: nothing is. */
export function lostInForm(english: Bending, own: Bending): LostInForm | null {
  for (const values of waysToBend(english, own)) {
    const wanted = read(english, values).slots
    const { slots, path } = read(own, values)
    const plain = path
      .filter((selector) => standsForOne(selector, values, own.locale))
      .map(({ name }) => `{${name}}`)
    const lost = [...wanted].filter((slot) => !slots.has(slot) && !plain.includes(slot))
    if (lost.length === 0) continue
    const numbers = path.filter(isOfNumber).map(({ name }) => `{${name}}`)
    return {
      slots: lost.map((slot) => (numbers.includes(slot) ? '#' : slot)),
      forms: path.map((selector) => formName(selector, values, own.locale)),
    }
  }
  return null
}

/** What is said with these values, and by which selectors one comes to it. */
function read({ message, locale }: Bending, values: Values) {
  const slots = new Set<string>()
  const path: Selector[] = []
  const readIn = (part: CompiledMessage, counted: string | null) => {
    for (const token of part) {
      if (token === '#' && counted !== null) slots.add(`{${counted}}`)
      else if (typeof token === 'string') for (const tag of tagsIn(token)) slots.add(tag)
      else {
        const selector = selectorOf(token)
        if (selector === null) slots.add(`{${token[0]}}`)
        else {
          path.push(selector)
          const form = formOf(selector, values, locale)
          readIn(selector.forms[form] ?? [], isOfNumber(selector) ? selector.name : counted)
        }
      }
    }
  }
  readIn(message, null)
  return { slots, path }
}

/** '<0>', '</0>', '<1/>'. */
export function tagsIn(words: string): readonly string[] {
  return words.match(/<\/?\d+\/?>/g) ?? []
}

/** Values that lead to every form that either has. */
function waysToBend(english: Bending, own: Bending): readonly Values[] {
  const sides = [english, own].flatMap(({ message, locale }) =>
    selectorsIn(message).map((selector) => ({ selector, locale })),
  )
  const names = new Set(sides.map(({ selector }) => selector.name))
  return [...names].reduce<readonly Values[]>(
    (ways, name) => {
      const here = sides.filter(({ selector }) => selector.name === name)
      const keys = here.flatMap(({ selector }) => Object.keys(selector.forms))
      const values: readonly Value[] = here.some(({ selector }) => isOfNumber(selector))
        ? [...NUMBERS, ...keys.map(Number).filter(Number.isInteger)]
        : keys
      const byForms = new Map(
        values.map((value) => {
          const one = new Map([[name, value]])
          const forms = here.map((side) => formOf(side.selector, one, side.locale))
          return [forms.join(), value] as const
        }),
      )
      return ways.flatMap((way) =>
        [...byForms.values()].map((value) => new Map<string, Value>([...way, [name, value]])),
      )
    },
    [new Map<string, Value>()],
  )
}

function selectorsIn(message: CompiledMessage): readonly Selector[] {
  return message.flatMap((token) => {
    const selector = typeof token === 'string' ? null : selectorOf(token)
    if (selector === null) return []
    return [selector, ...Object.values(selector.forms).flatMap((form) => selectorsIn(form ?? []))]
  })
}

function selectorOf([name, type, choices]: Exclude<CompiledMessage[number], string>) {
  if (type === undefined || typeof choices !== 'object' || choices === null) return null
  const { offset: _offset, ...forms } = choices as Record<string, CompiledMessage>
  return { name, type, forms } satisfies Selector
}

function isOfNumber({ type }: Selector): boolean {
  return type !== 'select'
}

/** The key of the form that is read. */
function formOf({ name, type, forms }: Selector, values: Values, locale: string): string {
  const value = values.get(name) ?? 'other'
  if (forms[value]) return String(value)
  const form = type === 'select' ? String(value) : rulesOf(locale, type).select(Number(value))
  return forms[form] ? form : 'other'
}

function standsForOne(selector: Selector, values: Values, locale: string): boolean {
  if (!isOfNumber(selector)) return false
  const form = formOf(selector, values, locale)
  const { name } = selector
  const all = NUMBERS.filter((n) => formOf(selector, new Map([[name, n]]), locale) === form)
  return all.length <= 1
}

function formName(selector: Selector, values: Values, locale: string): string {
  const form = formOf(selector, values, locale)
  const isExact = isOfNumber(selector) && /^\d+$/.test(form)
  return `${isExact ? '=' : ''}${form} of {${selector.name}}`
}

const rules = new Map<string, Intl.PluralRules>()

function rulesOf(locale: string, type: string): Intl.PluralRules {
  const key = `${locale} ${type}`
  const known = rules.get(key)
  if (known) return known
  const made = new Intl.PluralRules(locale, {
    type: type === 'selectordinal' ? 'ordinal' : 'cardinal',
  })
  rules.set(key, made)
  return made
}
