/** What a person is called among colleagues, where there is little room. Pure. */

/** The first name, unless somebody else of `names` has it too: then all of it. */
export function shortName(name: string, names: readonly string[]): string {
  const first = firstOf(name)
  const isShared = names.some((other) => other !== name && firstOf(other) === first)
  return isShared ? name : first
}

function firstOf(name: string): string {
  return name.trim().split(/\s+/)[0] ?? name
}
