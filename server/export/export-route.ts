/**
 * GET /api/plans/:planId/export/:format: the finished plan as a file.
 *
 * The edge only: what a format looks like is its exporter's. `?lang` chooses the
 * language of the template's words, `?inline=1` shows HTML in the browser.
 */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { type ErrorBody, Id, LanguageTag } from '../../shared/api/common.ts'
import type { PlanDocument } from '../../shared/api/plan-document.ts'
import { personOf } from '../people/route-guard.ts'
import type { OpenPlanFor } from '../plans/plan-access.ts'
import type { ReadPlanDocument } from '../plans/plan-documents.ts'
import { attachment, exportFileName } from './file-name.ts'
import { exportHtml } from './html.ts'
import { HTML_POLICY } from './html-style.ts'
import { exportMarkdown } from './markdown.ts'

export interface ExportDeps {
  readonly openPlanFor: OpenPlanFor
  readonly readPlanDocument: ReadPlanDocument
}

interface Format {
  readonly extension: string
  readonly type: string
  write(document: PlanDocument): string
}

const FORMATS = new Map<string, Format>([
  [
    'html',
    {
      extension: 'html',
      type: 'text/html; charset=utf-8',
      write: exportHtml,
    },
  ],
  ['md', { extension: 'md', type: 'text/markdown; charset=utf-8', write: exportMarkdown }],
])

const NO_SUCH_FORMAT: ErrorBody = {
  code: 'not-found',
  message: `A plan can be taken out as ${[...FORMATS.keys()].join(' or ')}.`,
}

const Query = Type.Object({
  lang: Type.Optional(LanguageTag),
  inline: Type.Optional(Type.Enum(['0', '1'])),
})

export function exportRoute(deps: ExportDeps): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/api/plans/:planId/export/:format',
      {
        config: { verb: 'plan.export' },
        schema: { params: Type.Object({ planId: Id, format: Type.String() }), querystring: Query },
      },
      async (request, reply) => {
        const { planId, format: name } = request.params
        reply.header('cache-control', 'no-store')
        const opened = await deps.openPlanFor(personOf(request), 'plan.export', planId)
        const format = FORMATS.get(name)
        if (!format) return reply.code(404).send(NO_SUCH_FORMAT)

        const document = await deps.readPlanDocument(opened, request.query.lang ?? null)
        const isShown = request.query.inline === '1' && format.extension === 'html'
        const fileName = exportFileName(document.title || document.kind, format.extension)
        return (
          reply
            .header('content-disposition', isShown ? 'inline' : attachment(fileName))
            // Our own page shows it in a frame to print it.
            .header('x-frame-options', isShown ? 'SAMEORIGIN' : 'DENY')
            .header(
              'content-security-policy',
              `${HTML_POLICY}; frame-ancestors ${isShown ? "'self'" : "'none'"}`,
            )
            .type(format.type)
            .send(format.write(document))
        )
      },
    )
  }
}
