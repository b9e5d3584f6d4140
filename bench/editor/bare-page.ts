/**
 * A page with nothing but a text that the browser edits by itself: no script, no style. How long
 * a key takes there is the wait for the screen and the browser's own work; no page can beat it.
 */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ROOT } from '../../test/support/source-files.ts'
import type { Subject } from './subjects.ts'

export interface BarePage {
  readonly subject: Subject
  close(): void
}

const PAGE =
  '<!doctype html><meta charset="utf-8"><title>Bare</title>' +
  '<div contenteditable="true"><p>Vi skriver sammen om det vi vil.</p></div>'

export async function startBarePage(): Promise<BarePage> {
  const server = createServer((_request, reply) => {
    reply.writeHead(200, { 'content-type': 'text/html' }).end(PAGE)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://localhost:${(server.address() as AddressInfo).port}/`
  return {
    subject: {
      name: 'A bare text',
      textSelector: '[contenteditable] p',
      folder: ROOT,
      urlOf: () => url,
    },
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}
