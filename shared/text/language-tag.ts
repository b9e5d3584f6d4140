/** Which tags may say the language of a passage: one rule for reader, editor and export. */
const PATTERN = /^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8}){0,4}$/

/** The tag as it may be used (BCP 47, 'nb', 'pt-BR'), or null when it is none. */
export function languageTag(tag: unknown): string | null {
  return typeof tag === 'string' && PATTERN.test(tag) ? tag : null
}
