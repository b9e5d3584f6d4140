/** A React key for an object by its identity, as long as it lives. */
const keys = new WeakMap<object, number>()
let lastKey = 0

export function keyOf(object: object): number {
  const known = keys.get(object)
  if (known !== undefined) return known
  lastKey += 1
  keys.set(object, lastKey)
  return lastKey
}
