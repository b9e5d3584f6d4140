/**
 * The thread in which plans become PDF, so that laying one out never holds up
 * those who write. Started by the first plan, warm from then on; one that dies
 * fails what it was asked, and the next plan starts it anew.
 *
 * There is no time limit: nothing can interrupt the compiler. How many may wait
 * for it is limited instead.
 */
import type { PlanDocument } from '../../shared/api/plan-document.ts'
import { Failure } from '../../shared/failure.ts'
import { createWorkerCalls } from '../workers/worker-calls.ts'
import type { CompiledPdf } from './compile-pdf.ts'
import type { ExportedDiscussion } from './exported-discussion.ts'
import type { PdfHandlers } from './pdf-worker.ts'

/** Plans being laid out or waiting for it; about a second and a half of work. */
const MAX_WAITING = 20

export interface PdfThread {
  /** @throws Failure 'plan-busy' when too many wait, 'server-error' when the thread dies. */
  compile(document: PlanDocument, discussion?: ExportedDiscussion): Promise<CompiledPdf>
  close(): Promise<void>
}

interface PdfThreadDeps {
  readonly logger: { error(facts: object, message: string): void }
}

export function createPdfThread({ logger }: PdfThreadDeps): PdfThread {
  const calls = createWorkerCalls<PdfHandlers>({
    script: new URL('pdf-worker.ts', import.meta.url),
    failureCode: 'server-error',
    onDeath: (error) => logger.error({ err: error }, 'the PDF thread died; it is started anew'),
  })
  let waiting = 0

  return {
    async compile(document, discussion) {
      if (waiting >= MAX_WAITING) throw new Failure('plan-busy', `${waiting} PDFs are waiting`)
      waiting++
      try {
        const compiled = await calls.call('compilePdf', document, discussion)
        const { planId } = document
        const { unclaimed } = compiled
        if (unclaimed !== null) logger.error({ planId, unclaimed }, 'a PDF claims no standard')
        return compiled
      } finally {
        waiting--
      }
    },
    close: () => calls.close(),
  }
}
