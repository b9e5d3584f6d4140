/**
 * What the person who takes a plan out must know of the file: a header of the
 * reply, so that the reply itself stays the file.
 */

export const EXPORT_WARNINGS_HEADER = 'x-samplan-warnings'

export interface ExportWarnings {
  /** Characters that no font has; a box stands in place of each. */
  readonly unprinted: number
  /** Is the file without its claim of PDF/UA-1 and PDF/A-2a? */
  readonly unclaimed: boolean
}

export const NO_WARNINGS: ExportWarnings = { unprinted: 0, unclaimed: false }

/**
 * The header's value, a dictionary after RFC 9651: 'unprinted=3, unclaimed'; null when all is well.
 */
export function writeWarnings({ unprinted, unclaimed }: ExportWarnings): string | null {
  const members = [unprinted > 0 ? `unprinted=${unprinted}` : '', unclaimed ? 'unclaimed' : '']
  return members.filter((member) => member !== '').join(', ') || null
}

/** @param value of the header; null when there is none. What is unknown in it is left out. */
export function readWarnings(value: string | null): ExportWarnings {
  const members = (value ?? '').split(',').map((member) => member.trim())
  const counts = members.map((member) => Number(/^unprinted=(\d+)$/.exec(member)?.[1] ?? 0))
  return { unprinted: Math.max(...counts), unclaimed: members.includes('unclaimed') }
}
