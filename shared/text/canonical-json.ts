/** One text for one content: the same for equal values, whatever the order of their keys. */
import { compareText } from './compare-text.ts'

/** JSON with the keys of every object sorted. Arrays stay in their order. */
export function canonicalJson(content: unknown): string {
  return JSON.stringify(content, (_key, value: unknown) =>
    isRecord(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => compareText(a, b)))
      : value,
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
