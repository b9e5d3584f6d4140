/** Words as they are kept and shown: without what no reader sees. */

const REMOVED =
  // oxlint-disable-next-line no-control-regex -- control characters are what is removed
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g

/**
 * No control characters but tab, no lone surrogates, no bidi overrides, line ends as spaces; NFC.
 */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(REMOVED, '')
    .replace(/[\r\n\u2028\u2029]+/g, ' ')
    .normalize('NFC')
}
