/** The doc thread's work in the test's own thread: each question waits until it is let on, or the thread dies. */
import type { DocHandlers } from '../../../server/sync/doc-worker.ts'
import {
  changeUpdate,
  checkpointUpdate,
  differenceUpdate,
  materialiseMoment,
  materialisePlan,
  outlineUpdates,
  redactUpdates,
} from '../../../server/sync/doc-work.ts'
import { textAuthors } from '../../../server/sync/text-authors.ts'
import { touchedPlaces } from '../../../server/sync/touched-places.ts'
import type { WorkerCalls } from '../../../server/workers/worker-calls.ts'
import { Failure } from '../../../shared/failure.ts'
import type { RandomBytes } from '../../../shared/ids.ts'

export interface HandDrivenCalls {
  readonly calls: WorkerCalls<DocHandlers>
  waiting(): number
  /** Answers the oldest question. */
  answer(): void
  /** The thread dies: what it was asked fails. */
  die(): void
}

interface Question {
  readonly work: () => unknown
  readonly resolve: (answer: never) => void
  readonly reject: (error: unknown) => void
}

export function createHandDrivenCalls(random: RandomBytes): HandDrivenCalls {
  const handlers: DocHandlers = {
    outlineUpdates,
    differenceUpdate,
    checkpointUpdate,
    materialiseMoment,
    materialisePlan,
    touchedPlaces,
    textAuthors,
    changeUpdate: (updates, change) => changeUpdate(updates, change, random),
    redactUpdates: (updates, redaction) => redactUpdates(updates, redaction, random),
  }
  const questions: Question[] = []
  const call = (name: keyof DocHandlers, ...args: unknown[]) =>
    new Promise<never>((resolve, reject) => {
      const handler = handlers[name] as (...given: unknown[]) => unknown
      questions.push({ work: () => handler(...args), resolve, reject })
    })

  return {
    calls: {
      call,
      give: (_bytes, name, ...args) => call(name, ...args),
      close: () => Promise.resolve(),
    },
    waiting: () => questions.length,
    answer() {
      const question = questions.shift()
      try {
        question?.resolve(question.work() as never)
      } catch (error) {
        question?.reject(new Failure('server-error', String(error)))
      }
    },
    die() {
      for (const { reject } of questions.splice(0)) {
        reject(new Failure('server-error', 'the thread ended'))
      }
    },
  }
}
