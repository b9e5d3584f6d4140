/** Plain data as it is now, with every part that is equal to the one before being that very one. */
export function keepSame<T>(before: T, now: T): T {
  if (Object.is(before, now)) return before
  if (Array.isArray(before) && Array.isArray(now)) return keepSameItems(before, now) as T
  if (!isRecord(before) || !isRecord(now)) return now
  const keys = Object.keys(now)
  const kept = Object.fromEntries(keys.map((key) => [key, keepSame(before[key], now[key])]))
  const isAllSame =
    keys.length === Object.keys(before).length && keys.every((key) => kept[key] === before[key])
  return (isAllSame ? before : kept) as T
}

/** Items with an id are compared with the one of that id, so that moving one keeps the others. */
function keepSameItems(before: readonly unknown[], now: readonly unknown[]): readonly unknown[] {
  const byId = new Map(before.flatMap((item) => (hasId(item) ? [[item.id, item] as const] : [])))
  const kept = now.map((item, index) =>
    keepSame(hasId(item) ? byId.get(item.id) : before[index], item),
  )
  const isAllSame = kept.length === before.length && kept.every((item, i) => item === before[i])
  return isAllSame ? before : kept
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function hasId(value: unknown): value is { readonly id: unknown } {
  return isRecord(value) && 'id' in value
}
