/** A log that is kept, to ask what it said. */
import type { SyncLogger } from '../../server/sync/sync-logger.ts'

export interface CollectedLog extends SyncLogger {
  readonly lines: readonly {
    readonly level: string
    readonly facts: object
    readonly message: string
  }[]
  /** Everything that was said, as one text. */
  said(): string
}

export function createCollectedLog(): CollectedLog {
  const lines: { level: string; facts: object; message: string }[] = []
  const note = (level: string) => (facts: object, message: string) => {
    lines.push({ level, facts, message })
  }
  return {
    lines,
    said: () => lines.map((line) => JSON.stringify(line, withErrors)).join('\n'),
    info: note('info'),
    warn: note('warn'),
    error: note('error'),
  }
}

function withErrors(_key: string, value: unknown): unknown {
  return value instanceof Error
    ? { ...Object.fromEntries(Object.entries(value)), message: value.message }
    : value
}
