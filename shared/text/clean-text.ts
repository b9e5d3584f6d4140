/** Words as they are kept and shown: without what no reader sees. */

const REMOVED =
  // oxlint-disable-next-line no-control-regex -- control characters are what is removed
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g

/** Only what nothing is to be done with: all of it seen, all of it NFC. Most words are so. */
const CLEAN = /^[\t\u0020-\u007e\u00a0-\u024f\u2010-\u2027\u2032-\u203a]*$/

/**
 * No control characters but tab, no lone surrogates, no bidi overrides, line ends as spaces; NFC.
 */
export function cleanText(text: string): string {
  if (CLEAN.test(text)) return text
  return text
    .toWellFormed()
    .replace(REMOVED, '')
    .replace(/[\r\n\u2028\u2029]+/g, ' ')
    .normalize('NFC')
}
