/**
 * GET /api/plans/:planId/export/:format: the finished plan as a file.
 *
 * The edge only: what a format looks like is its exporter's. `?lang` chooses the
 * language of the template's words, `?inline=1` shows HTML in the browser, `?threads=1`
 * takes along what was said about it, for those who may read that. What
 * the person must know of the file stands in a header (shared/api/export-warnings).
 */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { type ErrorBody, Id, LanguageTag } from '../../shared/api/common.ts'
import {
  EXPORT_WARNINGS_HEADER,
  type ExportWarnings,
  NO_WARNINGS,
  writeWarnings,
} from '../../shared/api/export-warnings.ts'
import type { PlanDocument } from '../../shared/api/plan-document.ts'
import { perPerson } from '../people/per-person.ts'
import { personOf } from '../people/route-guard.ts'
import type { OpenPlanFor } from '../plans/plan-access.ts'
import type { ReadPlanDocument } from '../plans/plan-documents.ts'
import { attachment, exportFileName } from './file-name.ts'
import type { ExportedDiscussion } from './exported-discussion.ts'
import { exportHtml } from './html.ts'
import { HTML_POLICY } from './html-style.ts'
import { exportMarkdown } from './markdown.ts'
import type { PdfThread } from './pdf-thread.ts'
import { readDiscussion, type ReadDiscussionDeps } from './read-discussion.ts'

/** By one person: each sets a whole plan. */
const MAX_EXPORTS_PER_MINUTE = 60

export interface ExportDeps extends ReadDiscussionDeps {
  readonly openPlanFor: OpenPlanFor
  readonly readPlanDocument: ReadPlanDocument
  readonly pdf: Pick<PdfThread, 'compile'>
  /** CAPS=bench: no limit a minute. */
  readonly bench: boolean
}

interface Format {
  readonly type: string
  write(
    document: PlanDocument,
    discussion: ExportedDiscussion | null,
  ): WrittenFile | Promise<WrittenFile>
}

interface WrittenFile {
  readonly body: string | Buffer
  readonly warnings: ExportWarnings
}

/** By name, which is also the file's extension. */
function formatsOf({ pdf }: ExportDeps): ReadonlyMap<string, Format> {
  return new Map<string, Format>([
    [
      'pdf',
      {
        type: 'application/pdf',
        async write(document, discussion) {
          const { bytes, unprinted, unclaimed } = await pdf.compile(
            document,
            discussion ?? undefined,
          )
          const warnings = { unprinted, unclaimed: unclaimed !== null }
          return { body: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), warnings }
        },
      },
    ],
    [
      'html',
      {
        type: 'text/html; charset=utf-8',
        write: (document, discussion) => plain(exportHtml(document, discussion)),
      },
    ],
    [
      'md',
      {
        type: 'text/markdown; charset=utf-8',
        write: (document, discussion) => plain(exportMarkdown(document, discussion)),
      },
    ],
  ])
}

function plain(body: string): WrittenFile {
  return { body, warnings: NO_WARNINGS }
}

const NO_SUCH_FORMAT: ErrorBody = {
  code: 'not-found',
  message: 'A plan can be taken out as pdf, html or md.',
}

const Query = Type.Object({
  lang: Type.Optional(LanguageTag),
  inline: Type.Optional(Type.Enum(['0', '1'])),
  threads: Type.Optional(Type.Enum(['0', '1'])),
})

export function exportRoute(deps: ExportDeps): FastifyPluginAsyncTypebox {
  const formats = formatsOf(deps)

  return async (app) => {
    app.get(
      '/api/plans/:planId/export/:format',
      {
        config: { verb: 'plan.export', rateLimit: perPerson(MAX_EXPORTS_PER_MINUTE, deps) },
        schema: { params: Type.Object({ planId: Id, format: Type.String() }), querystring: Query },
      },
      async (request, reply) => {
        const { planId, format: name } = request.params
        reply.header('cache-control', 'no-store')
        const person = personOf(request)
        const opened = await deps.openPlanFor(person, 'plan.export', planId)
        const withThreads = request.query.threads === '1'
        if (withThreads) await deps.openPlanFor(person, 'plan.read-threads', planId)
        const format = formats.get(name)
        if (!format) return reply.code(404).send(NO_SUCH_FORMAT)

        const document = await deps.readPlanDocument(opened, request.query.lang ?? null)
        const discussion = withThreads ? await readDiscussion(deps, opened, document) : null
        const isShown = request.query.inline === '1' && name === 'html'
        const fileName = exportFileName(document.title || document.kind, name)
        const { body, warnings } = await format.write(document, discussion)
        const warning = writeWarnings(warnings)
        if (warning !== null) reply.header(EXPORT_WARNINGS_HEADER, warning)
        // Our own page shows the HTML in a frame to print it.
        const frames = isShown ? "'self'" : "'none'"
        return reply
          .header('content-disposition', isShown ? 'inline' : attachment(fileName))
          .header('x-frame-options', isShown ? 'SAMEORIGIN' : 'DENY')
          .header('content-security-policy', `${HTML_POLICY}; frame-ancestors ${frames}`)
          .type(format.type)
          .send(body)
      },
    )
  }
}
