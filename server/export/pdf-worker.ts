/** The PDF thread's script: one warm compiler, one plan at a time. */
import { parentPort } from 'node:worker_threads'
import { answerCalls } from '../workers/worker-calls.ts'
import { createPdfCompiler } from './compile-pdf.ts'

const handlers = { compilePdf: createPdfCompiler() }

/** What the thread can be asked. */
export type PdfHandlers = typeof handlers

answerCalls(parentPort, handlers)
