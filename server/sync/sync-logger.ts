/** What sync says to the log: the part of pino that it uses. */
export interface SyncLogger {
  info(facts: object, message: string): void
  warn(facts: object, message: string): void
  error(facts: object, message: string): void
}
