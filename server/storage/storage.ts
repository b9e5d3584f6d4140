/** What the program keeps its data in, whichever engine: rows, and the log of every plan. */
import type { UpdateLog } from '../sync/update-log.ts'
import type { Database } from './database.ts'

export interface Storage {
  readonly database: Database
  /**
   * Whoever asks closes it, and first of all.
   *
   * @param onDeath told when the thread of the log ended by itself; it is started anew.
   */
  openUpdateLog(onDeath: (error: Error) => void): Promise<UpdateLog>
  /** What was deleted is gone from the files too. Nobody should write meanwhile. */
  scrub(): Promise<void>
  /** Lets go of everything; another program may have it then. */
  close(): Promise<void>
}
