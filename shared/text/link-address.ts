/**
 * Which addresses a link may point to: one allow list for paste, parsing,
 * rendering, commands, import and export.
 */
const ALLOWED_SCHEMES = ['http:', 'https:', 'mailto:']
const MAX_ADDRESS_LENGTH = 2048
// Absolute, begins with an allowed scheme: what a browser would resolve by itself never passes.
const PATTERN = /^(https?:\/\/[^\s/?#]|mailto:[^\s])/i

/**
 * The address as it may be used, or null when it may not.
 *
 * White space and control characters are refused rather than repaired, since
 * browsers ignore some of them inside a scheme (`java\tscript:`).
 */
export function safeLinkAddress(address: unknown): string | null {
  if (typeof address !== 'string' || address.length > MAX_ADDRESS_LENGTH) return null
  const trimmed = address.trim()
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  if (!PATTERN.test(trimmed) || /[\u0000-\u0020\u007f-\u009f]/.test(trimmed)) return null
  const scheme = trimmed.slice(0, trimmed.indexOf(':') + 1).toLowerCase()
  return ALLOWED_SCHEMES.includes(scheme) ? trimmed : null
}
