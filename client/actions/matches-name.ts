/** Does a name begin, in any of its words, with what was typed? Accents and case do not matter. */
export function matchesName(name: string, typed: string): boolean {
  const wanted = plain(typed)
  const whole = plain(name)
  return whole.startsWith(wanted) || whole.split(/[\s-]+/).some((word) => word.startsWith(wanted))
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase().trim()
}
