/**
 * What people typed stays words in a sentence. Lingui looks for tags in the whole sentence, after
 * it has filled in the names, so that `Rev <b>` would lose its end: in what is filled in, an
 * invisible joiner parts the bracket from what would make it a tag.
 */
import type { I18n } from '@lingui/core'

/** How Lingui fills in an element of ours. */
const ELEMENT = /^<\d+\/>$/
const TAG_BEGIN = /<(?=[\w/])/g
const JOINER = '\u2060'

/** The same, for sentences on the page; what is said by `t` never becomes elements. */
export function withPlainValues(i18n: I18n): I18n {
  const fill = i18n._.bind(i18n)
  const filled = ((id: string, values?: Readonly<Record<string, unknown>>, options?: object) =>
    typeof id === 'string' ? fill(id, values && plain(values), options) : fill(id)) as I18n['_']
  return Object.create(i18n, { _: { value: filled } }) as I18n
}

function plain(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' && !ELEMENT.test(value)
        ? value.replaceAll(TAG_BEGIN, `<${JOINER}`)
        : value,
    ]),
  )
}
