/**
 * The log on a disk that is driven by hand: each question waits until it is let on, and a
 * transaction passes three moments: in the cache, synced, told.
 *
 * One at a time, in order, as the log's thread works. When the power goes, what is in the
 * cache is lost, or happened to get through; what is synced is there, told or not.
 */
import {
  createMemoryUpdateLog,
  type MemoryUpdateLog,
} from '../../../server/storage/memory-update-log.ts'
import type { PlanBatch, UpdateLog } from '../../../server/sync/update-log.ts'
import { Failure } from '../../../shared/failure.ts'

export type DiskPhase = 'idle' | 'asked' | 'cached' | 'synced'

export interface HandDrivenDisk {
  /** To be given to a server. */
  readonly log: UpdateLog
  /** What would be there after a power cut. */
  readonly durable: MemoryUpdateLog
  /** How far the foremost question is. */
  phase(): DiskPhase
  /** What is asked: 'append', 'load', … */
  asked(): keyof UpdateLog | null
  /** Lets the foremost question one moment on. */
  step(): Promise<void>
  /** The foremost question fails; nothing of it is stored. */
  fail(): void
  /** Another process writes, at once. */
  writeElsewhere(batch: PlanBatch): Promise<void>
  /** The power goes. `isThrough`: what is in the cache has got through all the same. */
  cut(isThrough: boolean): Promise<void>
}

interface Question {
  readonly name: keyof UpdateLog
  readonly run: () => Promise<unknown>
  readonly resolve: (answer: never) => void
  readonly reject: (error: unknown) => void
  phase: Exclude<DiskPhase, 'idle'>
  answer: unknown
}

const READS: readonly (keyof UpdateLog)[] = [
  'head',
  'load',
  'read',
  'readHistory',
  'readMoment',
  'plansToPack',
]

/** @param onSynced told what has become durable, before anyone else is. */
export function createHandDrivenDisk(
  { planId, epoch }: { readonly planId: string; readonly epoch: number },
  onSynced: (first: number, batch: PlanBatch) => void,
): HandDrivenDisk {
  const durable = createMemoryUpdateLog()
  durable.addPlan(planId, epoch)
  const questions: Question[] = []

  const ask = <Answer>(name: keyof UpdateLog, run: () => Promise<Answer>) =>
    new Promise<Answer>((resolve, reject) => {
      questions.push({ name, run, resolve, reject, phase: 'asked', answer: null })
    })
  const tell = (batches: readonly PlanBatch[], firsts: readonly number[]) =>
    batches.forEach((batch, index) => onSynced(firsts[index] ?? 0, batch))
  const log: UpdateLog = {
    append: (batches) =>
      ask('append', async () => {
        const answers = await durable.append(batches)
        tell(
          batches,
          answers.map((answer) => (answer.kind === 'stored' ? answer.first : 0)),
        )
        return answers
      }),
    appendAt: (head, batch) =>
      ask('appendAt', async () => {
        const first = await durable.appendAt(head, batch)
        if (first !== 'head-moved') tell([batch], [first])
        return first
      }),
    head: (id) => ask('head', () => durable.head(id)),
    load: (id) => ask('load', () => durable.load(id)),
    read: (id, after) => ask('read', () => durable.read(id, after)),
    addCheckpoint: (id, made) => ask('addCheckpoint', () => durable.addCheckpoint(id, made)),
    readHistory: (id, range) => ask('readHistory', () => durable.readHistory(id, range)),
    readMoment: (id, seq) => ask('readMoment', () => durable.readMoment(id, seq)),
    packHistory: (id, atLeast) => ask('packHistory', () => durable.packHistory(id, atLeast)),
    plansToPack: (atLeast, limit) => ask('plansToPack', () => durable.plansToPack(atLeast, limit)),
    rewrite: (head, plan) => ask('rewrite', () => durable.rewrite(head, plan)),
    close: () => Promise.resolve(),
  }
  const sync = async (question: Question) => {
    question.phase = 'synced'
    question.answer = await question.run()
  }

  return {
    log,
    durable,
    phase: () => questions[0]?.phase ?? 'idle',
    asked: () => questions[0]?.name ?? null,
    async step() {
      const [question] = questions
      if (!question) return
      if (question.phase === 'asked' && !READS.includes(question.name)) question.phase = 'cached'
      else if (question.phase === 'cached') await sync(question)
      else {
        questions.shift()
        if (question.phase === 'asked') await sync(question)
        question.resolve(question.answer as never)
      }
    },
    fail() {
      const [question] = questions
      if (!question || question.phase === 'synced') return
      questions.shift()
      question.reject(new Failure('storage-unavailable', `${question.name}: the disk is full`))
    },
    async writeElsewhere(batch) {
      const [answer] = await durable.append([batch])
      if (answer?.kind === 'stored') tell([batch], [answer.first])
    },
    async cut(isThrough) {
      const [question] = questions.splice(0)
      if (question?.phase === 'cached' && isThrough) await question.run()
    },
  }
}
