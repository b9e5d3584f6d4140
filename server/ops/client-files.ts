/**
 * The pages: the built client from dist/client. Files whose name holds their
 * hash are kept for a year, all else is asked for anew; any other address that a
 * browser wants a page for is a page of the client.
 */
import { access } from 'node:fs/promises'
import { join, resolve, sep } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyPluginAsync, FastifyReply } from 'fastify'
import { Failure } from '../../shared/failure.ts'
import { NOT_PAGES, wantsPage } from './public-origin.ts'

/** @param folder with the built client. */
export function clientFiles(folder: string): FastifyPluginAsync {
  return async (app) => {
    await app.register(fastifyStatic, {
      root: folder,
      serve: false,
      index: false,
      cacheControl: false,
      dotfiles: 'ignore',
      preCompressed: true,
    })

    app.get('/*', { config: { verb: 'public' } }, async (request, reply) => {
      const [path = '/'] = request.url.split('?')
      const isHashed = path.startsWith('/assets/')
      const file = fileIn(folder, path)
      if (file === null) throw new Failure('not-found', 'not an address in the folder')
      if (file !== '' && (isHashed || (await exists(join(folder, file))))) {
        reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
        return reply.sendFile(file)
      }
      if (NOT_PAGES.test(path) || !wantsPage(request.headers.accept)) {
        throw new Failure('not-found', 'no such file')
      }
      return sendStartPage(folder, reply)
    })
  }
}

/** The file that an address names, relative to the folder; null for one that leads out of it. */
function fileIn(folder: string, path: string): string | null {
  try {
    const file = decodeURIComponent(path).slice(1)
    const target = resolve(folder, file)
    const isInside = target === resolve(folder) || target.startsWith(resolve(folder) + sep)
    return isInside && !file.includes('\0') ? file : null
  } catch {
    return null
  }
}

async function sendStartPage(folder: string, reply: FastifyReply): Promise<FastifyReply> {
  if (!(await exists(join(folder, 'index.html')))) {
    throw new Failure('not-found', `the pages have not been built: no index.html in ${folder}`)
  }
  return reply.header('cache-control', 'no-cache').sendFile('index.html')
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
