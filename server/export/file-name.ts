/** The name that an exported file gets on the reader's disk. */

/** Characters. */
const MAX_LENGTH = 120

/** The title as a file name: no path, nothing that Windows refuses, never empty. */
export function exportFileName(title: string, extension: string): string {
  const words = title
    .toWellFormed()
    .replace(/[\\/:*?"<>|]+/g, ' ')
    .replace(/\s+/g, ' ')
  const name = Array.from(words)
    .slice(0, MAX_LENGTH)
    .join('')
    .replace(/^[. ]+|[. ]+$/g, '')
  return `${name || 'plan'}.${extension}`
}

/**
 * Content-Disposition of a download: plain letters for old readers, the whole name after RFC 5987.
 */
export function attachment(fileName: string): string {
  const plain = fileName
    .normalize('NFKD')
    .replace(/[æÆøØß]/g, (letter) => PLAIN_LETTERS[letter] ?? '_')
    .replace(/\p{Mark}/gu, '')
    .replace(/[–—]/g, '-')
    .replace(/[^ !#$&+\-.0-9A-Z^_`a-z|~()]/g, '_')
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeRfc5987(fileName)}`
}

/** Letters that Unicode does not take apart. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  æ: 'ae',
  Æ: 'Ae',
  ø: 'o',
  Ø: 'O',
  ß: 'ss',
}

function encodeRfc5987(text: string): string {
  return encodeURIComponent(text).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
