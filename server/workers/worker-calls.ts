/**
 * Questions to a worker thread and their answers.
 *
 * A thread that dies fails what it was asked, and the next question starts it
 * anew. Answers come in the order of the questions, of handlers that need no time;
 * who has to wait for something holds up nobody else. Knows nothing of what is
 * asked; a Failure keeps its code on the way back.
 */
import { Worker, type MessagePort } from 'node:worker_threads'
import { Failure, type FailureCode } from '../../shared/failure.ts'

/** What a worker can be asked, by name. Arguments and results must be cloneable. */
export type Handlers = Readonly<Record<string, (...args: never[]) => unknown>>

interface Question {
  readonly id: number
  readonly name: string
  readonly args: readonly unknown[]
}

type Answer =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly code: FailureCode | null; readonly detail: string }

export interface WorkerCalls<H extends Handlers> {
  /** @throws Failure of the handler; `failureCode` for any other error and when the thread dies. */
  call<Name extends keyof H & string>(
    name: Name,
    ...args: Parameters<H[Name]>
  ): Promise<Awaited<ReturnType<H[Name]>>>
  /** The same with bytes, among the arguments, that the caller gives away: they are empty after it. */
  give<Name extends keyof H & string>(
    bytes: readonly Uint8Array[],
    name: Name,
    ...args: Parameters<H[Name]>
  ): Promise<Awaited<ReturnType<H[Name]>>>
  /** Ends the thread; what was asked and not answered fails. */
  close(): Promise<void>
}

export interface WorkerOptions {
  readonly script: URL
  readonly workerData?: unknown
  /** What an error becomes that is not a Failure. */
  readonly failureCode: FailureCode
  /** Told when a thread ended by itself, with the reason. */
  onDeath(error: Error): void
}

interface Waiting {
  readonly resolve: (result: unknown) => void
  readonly reject: (error: Error) => void
}

/** The asking side. The thread is started by the first call. */
export function createWorkerCalls<H extends Handlers>(options: WorkerOptions): WorkerCalls<H> {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | null = null
  let lastId = 0
  let closed = false

  const failAll = (detail: string) => {
    const all = [...waiting.values()]
    waiting.clear()
    for (const { reject } of all) reject(new Failure(options.failureCode, detail))
  }
  const start = () => {
    const started = new Worker(options.script, {
      workerData: options.workerData,
      // node:sqlite is still announced as an experiment at every start.
      execArgv: ['--disable-warning=ExperimentalWarning'],
    })
    const end = (error: Error) => {
      if (worker !== started) return
      worker = null
      if (!closed) options.onDeath(error)
      failAll(`the thread ended: ${error.message}`)
    }
    started.on('message', (answer: Answer) => settle(waiting, answer, options.failureCode))
    started.on('error', (error) => end(error instanceof Error ? error : new Error(String(error))))
    started.on('exit', (exitCode) => end(new Error(`exit code ${exitCode}`)))
    return started
  }

  const ask = (name: string, args: readonly unknown[], given: readonly Uint8Array[]) =>
    new Promise<never>((resolve, reject) => {
      if (closed) {
        reject(new Failure(options.failureCode, `${name}: the thread is closed`))
        return
      }
      worker ??= start()
      const id = ++lastId
      waiting.set(id, { resolve: resolve as Waiting['resolve'], reject })
      worker.postMessage({ id, name, args } satisfies Question, wholeBuffers(given))
    })

  return {
    call: (name, ...args) => ask(name, args, []),
    give: (bytes, name, ...args) => ask(name, args, bytes),
    async close() {
      closed = true
      const ending = worker
      worker = null
      await ending?.terminate()
      failAll('the thread is closed')
    },
  }
}

function settle(waiting: Map<number, Waiting>, answer: Answer, failureCode: FailureCode): void {
  const asked = waiting.get(answer.id)
  waiting.delete(answer.id)
  if ('result' in answer) asked?.resolve(answer.result)
  else asked?.reject(new Failure(answer.code ?? failureCode, answer.detail))
}

/** A part of a larger buffer is copied: the rest may be somebody else's. */
function wholeBuffers(given: readonly Uint8Array[]): ArrayBuffer[] {
  return given.flatMap(({ buffer, byteLength }) =>
    buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? buffer : [],
  )
}

/**
 * The answering side: call it once in the worker's script.
 *
 * @param given by name: the bytes in a result that it gives away.
 */
export function answerCalls<H extends Handlers>(
  port: MessagePort | null,
  handlers: H,
  given: {
    readonly [Name in keyof H]?: (result: Awaited<ReturnType<H[Name]>>) => readonly Uint8Array[]
  } = {},
): void {
  if (!port) throw new Error('answerCalls: this is not a worker thread')
  port.on('message', ({ id, name, args }: Question) => {
    const handler = handlers[name] as ((...args: readonly unknown[]) => unknown) | undefined
    const bytesOf = given[name] as ((result: unknown) => readonly Uint8Array[]) | undefined
    const tell = (answered: Answer) => {
      const bytes = 'result' in answered ? bytesOf?.(answered.result) : undefined
      port.postMessage(answered, wholeBuffers(bytes ?? []))
    }
    answer(id, () => handler?.(...args), tell)
  })
}

function answer(id: number, work: () => unknown, tell: (answered: Answer) => void): void {
  try {
    const result = work()
    if (!(result instanceof Promise)) return tell({ id, result })
    result.then(
      (later: unknown) => tell({ id, result: later }),
      (error: unknown) => tell(refusal(id, error)),
    )
  } catch (error) {
    tell(refusal(id, error))
  }
}

function refusal(id: number, error: unknown): Answer {
  const detail = error instanceof Error ? error.message : String(error)
  return { id, code: error instanceof Failure ? error.code : null, detail }
}
