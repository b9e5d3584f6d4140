/** What a message of ICU's MessageFormat is made of: what is filled in, and its plurals. */
import { type CompiledMessage, compileMessageOrThrow } from '@lingui/message-utils/compileMessage'
import { tagsIn } from './lost-in-form.ts'

export interface Said {
  readonly message: CompiledMessage
  /** Names in braces and tags, each once: '{name}', '<0>', '</0>'. */
  readonly slots: readonly string[]
  readonly plurals: readonly Plural[]
}

export interface Plural {
  readonly name: string
  /** 'one', 'other', and '0' for `=0`. */
  readonly forms: readonly string[]
}

export interface Unreadable {
  /** Why, in the parser's words. */
  readonly unreadable: string
}

export function saidBy(message: string): Said | Unreadable {
  try {
    const slots = new Set<string>()
    const plurals: Plural[] = []
    const compiled = compileMessageOrThrow(message)
    collect(compiled, slots, plurals)
    return { message: compiled, slots: [...slots].sort(), plurals }
  } catch (error) {
    const [firstLine = ''] = String(error instanceof Error ? error.message : error).split('\n')
    return { unreadable: firstLine }
  }
}

function collect(message: CompiledMessage, slots: Set<string>, plurals: Plural[]): void {
  for (const token of message) {
    if (typeof token === 'string') {
      for (const tag of tagsIn(token)) slots.add(tag)
      continue
    }
    const [name, type, choices] = token
    slots.add(`{${name}}`)
    if (type === undefined) continue
    if (typeof choices !== 'object' || choices === null) {
      throw new Error(`{${name}, ${type}} is not a plural`)
    }
    const { offset: _offset, ...forms } = choices as Record<string, CompiledMessage>
    if (!forms['other']) throw new Error(`{${name}, ${type}} has no form other`)
    if (type === 'plural') plurals.push({ name, forms: Object.keys(forms) })
    for (const form of Object.values(forms)) collect(form, slots, plurals)
  }
}
