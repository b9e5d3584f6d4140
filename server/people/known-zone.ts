/** Time zones by their names, as IANA has them. */

/**
 * The name as this machine writes it; null: there is none. Intl knows offsets like '+01:00' too; a
 * school lives in a place, with its summer time.
 */
export function knownZone(timeZone: string): string | null {
  try {
    const { timeZone: known } = new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions()
    return /^[A-Za-z]/.test(known) ? known : null
  } catch {
    return null
  }
}
