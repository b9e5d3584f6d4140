/**
 * The thread that speaks to Postgres for the log: one connection that writes, a few
 * that read. What comes and goes as bytes is put into Postgres' form here, and old rows
 * are packed here, so that neither holds up the event loop.
 */
import { randomUUID } from 'node:crypto'
import { parentPort, workerData } from 'node:worker_threads'
import { Pool } from 'pg'
import { answerCalls } from '../workers/worker-calls.ts'
import { bytesOfPlan, type LogAnswers } from './log-in-thread.ts'
import { unpackBatches } from './packed-batches.ts'
import { connectionTo } from './postgres-connection.ts'
import { append, appendAt, rewrite } from './postgres-log-append.ts'
import { addCheckpoint, packHistory, plansToPack } from './postgres-log-packing.ts'
import { createLogReads } from './postgres-log-reads.ts'
import { createLogWriter } from './postgres-log-writer.ts'
import type { PostgresSettings } from './postgres-settings.ts'

/** As many plans as are loaded at a time, and a look at one's history. */
const READERS = 3

const { url } = workerData as { readonly url: string }
// Its own name, so that what another connection of this very program left can be told.
const writer = createLogWriter(connectionTo(url, `samplan log ${randomUUID()}`))
const readers = new Pool({ ...connectionTo(url, 'samplan log readers'), max: READERS })
// One that ends while nobody uses it is replaced by the next that is needed.
readers.on('error', () => undefined)
const reads = createLogReads(readers, () => writer.connected())

const handlers: LogAnswers<PostgresSettings> = {
  append: (packed) => writer.write((client) => append(client, unpackBatches(packed))),
  appendAt: (expectedHead, batch) =>
    writer.write((client) => appendAt(client, expectedHead, batch)),
  addCheckpoint: (planId, checkpoint) =>
    writer.write((client) => addCheckpoint(client, planId, checkpoint)),
  packHistory: (planId, atLeast) => writer.write((client) => packHistory(client, planId, atLeast)),
  plansToPack: (atLeast, limit) => writer.write((client) => plansToPack(client, atLeast, limit)),
  rewrite: (expectedHead, plan) => writer.write((client) => rewrite(client, expectedHead, plan)),
  settings: () => writer.settings(),
  ...reads,
  async close() {
    await writer.close()
    await readers.end()
  },
}

answerCalls(parentPort, handlers, { load: bytesOfPlan })
