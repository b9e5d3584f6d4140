/**
 * BlockNote beside us: installed and built when it is first wanted, and served
 * with the words that our page shows, as one document over Yjs.
 */
import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import type { Browser } from '@playwright/test'
import type { DocumentAction, PlanDocument } from '../../shared/api/plan-document.ts'
import { oneLine } from '../../shared/text/plain-text.ts'
import type { Block, Inline, RichText } from '../../shared/text/rich-text.ts'
import { ROOT } from '../../test/support/source-files.ts'
import type { Subject } from './subjects.ts'

export interface BlockNote {
  readonly subject: Subject
  addDocument(browser: Browser, actionCount: number, document: PlanDocument): Promise<void>
  close(): void
}

const PEERS = join(ROOT, 'bench/peers')
const BUILT = join(PEERS, 'dist/blocknote')
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.woff2': 'font/woff2',
}

export async function startBlockNote(): Promise<BlockNote> {
  if (!existsSync(join(PEERS, 'node_modules'))) run('npm', ['ci', '--ignore-scripts'], PEERS)
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js')
  run(process.execPath, [vite, 'build', '-c', 'bench/peers/vite.config.ts', '-l', 'warn'], ROOT)

  const contents = new Map<string, Buffer>()
  const server = serve(contents).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://localhost:${(server.address() as AddressInfo).port}`
  return {
    subject: {
      name: 'BlockNote',
      folder: BUILT,
      textSelector: '.bn-editor [data-content-type="paragraph"] .bn-inline-content',
      urlOf: (actionCount) => `${url}/${actionCount}`,
    },
    async addDocument(browser, actionCount, document) {
      const page = await browser.newPage()
      await page.goto(`${url}/make`)
      await page.waitForFunction(() => 'makeContent' in window)
      const bytes = await page.evaluate(
        (blocks) =>
          (window as unknown as { makeContent(given: unknown): number[] }).makeContent(blocks),
        documentBlocks(document),
      )
      contents.set(`/content/${actionCount}`, Buffer.from(bytes))
      await page.close()
    },
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

function serve(contents: ReadonlyMap<string, Buffer>): Server {
  return createServer(({ url = '/' }, reply) => {
    const content = contents.get(url)
    const file = join(BUILT, extname(url) === '' ? 'index.html' : url)
    if (content) return reply.end(content)
    if (!existsSync(file)) return reply.writeHead(404).end()
    reply.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' })
    return reply.end(readFileSync(file))
  })
}

/** The same words in the same order as the plan page shows them with its actions closed. */
function documentBlocks({ title, sections }: PlanDocument): readonly object[] {
  return [
    heading(1, title),
    ...sections.flatMap(({ title: name, ask, fields, actions }) => [
      heading(2, name),
      paragraph(ask),
      ...fields.flatMap(({ label, text }) => [heading(3, label), ...textBlocks(text)]),
      ...actions.flatMap(actionBlocks),
    ]),
  ]
}

function actionBlocks(action: DocumentAction): readonly object[] {
  const { number, title, status, owners, due, indicator, pupilsPart } = action
  return [
    heading(3, `${number} ${oneLine(title)}`),
    paragraph(`${status}, ${owners.join(', ')}, ${due ?? '–'}`),
    paragraph(oneLine(indicator)),
    paragraph(oneLine(pupilsPart)),
  ]
}

function textBlocks(text: RichText): readonly object[] {
  return text.flatMap(block)
}

function block(from: Block): readonly object[] {
  switch (from.type) {
    case 'paragraph':
      return [{ type: 'paragraph', content: from.content.map(inline) }]
    case 'heading':
      return [{ type: 'heading', props: { level: 3 }, content: from.content.map(inline) }]
    case 'bulletList':
    case 'orderedList':
      return from.items.flatMap((item) =>
        textBlocks(item).map((line) => ({ ...line, type: LIST_ITEMS[from.type] })),
      )
    case 'taskList':
      return from.items.flatMap(({ checked, content }) =>
        textBlocks(content).map((line) => ({ ...line, type: 'checkListItem', props: { checked } })),
      )
    case 'blockquote':
    case 'callout':
      return textBlocks(from.content).map((line) => ({ ...line, type: 'quote' }))
  }
}

const LIST_ITEMS = { bulletList: 'bulletListItem', orderedList: 'numberedListItem' } as const

function inline(from: Inline): object {
  const text = from.type === 'text' ? from.text : ' '
  const isBold = from.type === 'text' && from.marks.some(({ type }) => type === 'bold')
  return { type: 'text', text, styles: isBold ? { bold: true } : {} }
}

function heading(level: 1 | 2 | 3, text: string): object {
  return { type: 'heading', props: { level }, content: text }
}

function paragraph(text: string): object {
  return { type: 'paragraph', content: text }
}

function run(program: string, args: readonly string[], folder: string): void {
  const { status } = spawnSync(program, args, { cwd: folder, stdio: ['ignore', 2, 2] })
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} failed in ${folder}`)
}
