/**
 * What is wrong with a translator's file, in sentences that name the English they are about.
 * Pure: the files come as they were read.
 */
import { lostInForm } from './lost-in-form.ts'
import { type Said, saidBy } from './said.ts'
import type { Entry } from './translators-file.ts'

export interface CheckedFile {
  readonly language: string
  /** Whose plurals it has. */
  readonly locale: string
  readonly entries: readonly Entry[]
  readonly english: readonly Entry[]
}

/** Nothing: the file is whole. */
export function problemsOf({ language, locale, entries, english }: CheckedFile): readonly string[] {
  const file = `shared/words/${language}.po`
  const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories
  const known = new Set(english.map(({ id }) => id))
  const found = new Map<string, Entry>()
  const problems: string[] = []
  for (const entry of entries) {
    const name = nameOf(entry)
    if (found.has(entry.id)) problems.push(`${file}: ${name} stands there twice.`)
    found.set(entry.id, entry)
    if (!known.has(entry.id)) {
      problems.push(`${file}: ${name} is not in the program. Run \`npm run words\`.`)
      continue
    }
    problems.push(...faultsOf(entry, { locale, forms }).map((fault) => `${file}: ${name} ${fault}`))
  }
  const missing = english.filter(({ id }) => !found.has(id))
  const lacks = missing.map(
    (entry) => `${file}: ${nameOf(entry)} is missing. Run \`npm run words\`.`,
  )
  return [...problems, ...lacks]
}

function nameOf({ message, context }: Entry): string {
  return context === undefined ? `“${message}”` : `“${message}” (${context})`
}

interface Plurals {
  readonly locale: string
  /** 'one', 'other': those that the language has. */
  readonly forms: readonly string[]
}

function faultsOf(entry: Entry, plurals: Plurals): readonly string[] {
  if (entry.said.trim() === '') return ['is not translated.']
  if (entry.isFuzzy) return ['is marked as fuzzy: read it again, and take the mark away.']
  const fault = entry.kind === 'template' ? templateFault(entry) : messageFault(entry, plurals)
  return fault === null ? paddingFault(entry) : [fault]
}

/** Its words are shown as they are, so a brace would be one. */
function templateFault({ said }: Entry): string | null {
  return /[{}]/.test(said) ? 'has a brace, but nothing is filled in here.' : null
}

function messageFault({ message, said }: Entry, { locale, forms }: Plurals): string | null {
  const english = saidBy(message)
  const own = saidBy(said)
  if ('unreadable' in english) return `cannot be read in English: ${english.unreadable}`
  if ('unreadable' in own) return `cannot be read: ${own.unreadable}. Are all braces closed?`
  return (
    slotFault(english, own) ?? pluralFault(english, own, forms) ?? formFault(english, own, locale)
  )
}

function slotFault(english: Said, own: Said): string | null {
  const lost = english.slots.filter((slot) => !own.slots.includes(slot))
  if (lost.length > 0) return `has lost ${lost.join(' and ')}.`
  const foreign = own.slots.filter((slot) => !english.slots.includes(slot))
  if (foreign.length > 0) return `has ${foreign.join(' and ')}, which the English has not.`
  return null
}

function pluralFault(english: Said, own: Said, forms: readonly string[]): string | null {
  const flat = english.plurals.find(
    ({ name }) => !own.plurals.some((plural) => plural.name === name),
  )
  if (flat) return `has lost its plural: {${flat.name}, plural, …}.`
  for (const plural of own.plurals) {
    const lost = forms.filter((form) => !plural.forms.includes(form))
    if (lost.length > 0)
      return `lacks the form ${lost.join(' and ')} of the plural {${plural.name}}.`
    const odd = plural.forms.filter((form) => !forms.includes(form) && !/^\d+$/.test(form))
    if (odd.length > 0) return `has the form ${odd.join(' and ')}, which the language has not.`
  }
  return null
}

/** What is there in one form of a plural, and not in another, is lost for some numbers. */
function formFault(english: Said, own: Said, locale: string): string | null {
  const lost = lostInForm({ ...english, locale: 'en' }, { ...own, locale })
  if (lost === null) return null
  const word = lost.forms.length > 1 ? 'forms' : 'form'
  return `has lost ${lost.slots.join(' and ')} in the ${word} ${lost.forms.join(' and ')}.`
}

function paddingFault({ message, said }: Entry): readonly string[] {
  return endsOf(message) === endsOf(said) ? [] : ['begins or ends with a space, or has lost one.']
}

function endsOf(words: string): string {
  return [/^\s*/, /\s*$/].map((end) => end.exec(words)?.[0]).join('|')
}
