/** A PDF as its readers get it, through pdf.js: structure, words, metadata, fonts. */
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'

export interface PdfNode {
  readonly role: string
  readonly alt: string | null
  readonly lang: string | null
  /** The words in it, in reading order. */
  readonly text: string
  readonly children: readonly PdfNode[]
}

export interface ReadPdf {
  /** The structure of all pages, one after the other. */
  readonly nodes: readonly PdfNode[]
  /** Of each page, its lines as they are copied out of it. */
  readonly pages: readonly (readonly string[])[]
  readonly title: unknown
  readonly language: unknown
  readonly showsTitle: boolean
  readonly isTagged: boolean
  /** A property of the XMP, e.g. 'pdfaid:part'. */
  xmp(name: string): unknown
  readonly bookmarks: readonly string[]
  readonly links: readonly PdfLink[]
}

interface PdfLink {
  readonly address: string | null
  /** What a screen reader says of it. */
  readonly words: string
}

type Proxy = Awaited<ReturnType<typeof getDocumentProxy>>
type Page = Awaited<ReturnType<Proxy['getPage']>>
type Item = Awaited<ReturnType<Page['getTextContent']>>['items'][number]

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  // pdf.js takes the bytes away from whoever gives them.
  const pdf = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0 })
  const numbers = Array.from({ length: pdf.numPages }, (_, index) => index + 1)
  const pages = await Promise.all(
    numbers.map(async (number) => readPage(await pdf.getPage(number))),
  )
  const { info, metadata } = await pdf.getMetadata()
  const facts = info as Record<string, unknown>
  const preferences = await pdf.getViewerPreferences()
  return {
    nodes: pages.flatMap(({ nodes }) => nodes),
    pages: pages.map(({ lines }) => lines),
    links: pages.flatMap(({ links }) => links),
    title: facts['Title'],
    language: facts['Language'],
    showsTitle: isShowingTitle(preferences),
    isTagged: (await pdf.getMarkInfo())?.Marked === true,
    xmp: (name) => metadata?.get(name) ?? null,
    bookmarks: ((await pdf.getOutline()) ?? []).map(({ title }) => title),
  }
}

/** What its last page is painted with, as '#15201b'. */
export async function coloursOfLastPage(bytes: Uint8Array): Promise<ReadonlySet<string>> {
  const pdf = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0 })
  const { OPS } = await getResolvedPDFJS()
  const page = await pdf.getPage(pdf.numPages)
  const { fnArray, argsArray } = await page.getOperatorList()
  const colours = fnArray.flatMap((operator, at) =>
    operator === OPS.setFillRGBColor ? (argsArray[at] as string[]) : [],
  )
  return new Set(colours)
}

function isShowingTitle(preferences: object | null): boolean {
  return (
    preferences !== null && 'DisplayDocTitle' in preferences && preferences.DisplayDocTitle === true
  )
}

/** All nodes, those within others too, in reading order. */
export function allNodes(nodes: readonly PdfNode[]): readonly PdfNode[] {
  return nodes.flatMap((node) => [node, ...allNodes(node.children)])
}

/** The levels of all headings, in reading order. */
export function headingLevels(nodes: readonly PdfNode[]): readonly number[] {
  return allNodes(nodes).flatMap(({ role }) => {
    const level = /^H([1-6])$/.exec(role)?.[1]
    return level === undefined ? [] : [Number(level)]
  })
}

async function readPage(page: Page) {
  const { items } = await page.getTextContent({ includeMarkedContent: true })
  const words = wordsByContent(items)
  const tree = (await page.getStructTree()) as RawNode | null
  const annotations = (await page.getAnnotations()) as RawAnnotation[]
  return {
    lines: linesOf(items),
    nodes: (tree?.children ?? []).flatMap((child) => nodeOf(child, words)),
    links: annotations
      .filter(({ subtype }) => subtype === 'Link')
      .map(({ url, contentsObj }) => ({ address: url ?? null, words: contentsObj?.str ?? '' })),
  }
}

interface RawAnnotation {
  readonly subtype: string
  readonly url?: string
  readonly contentsObj?: { readonly str: string }
}

interface RawNode {
  readonly type?: string
  readonly id?: string
  readonly role?: string
  readonly alt?: string
  readonly lang?: string
  readonly children?: readonly RawNode[]
}

function nodeOf(raw: RawNode, words: ReadonlyMap<string, string>): PdfNode[] {
  if (raw.role === undefined) return []
  const children = raw.children ?? []
  return [
    {
      role: raw.role,
      alt: raw.alt ?? null,
      lang: raw.lang ?? null,
      text: rawText(raw, words).replace(/\s+/g, ' ').trim(),
      children: children.flatMap((child) => nodeOf(child, words)),
    },
  ]
}

function rawText(raw: RawNode, words: ReadonlyMap<string, string>): string {
  if (raw.type === 'content') return words.get(raw.id ?? '') ?? ''
  return (raw.children ?? []).map((child) => rawText(child, words)).join(' ')
}

function wordsByContent(items: readonly Item[]): ReadonlyMap<string, string> {
  const words = new Map<string, string>()
  const open: (string | null)[] = []
  for (const item of items) {
    if ('str' in item) {
      const id = open.findLast((one) => one !== null) ?? ''
      words.set(id, `${words.get(id) ?? ''}${item.str}`)
    } else if (item.type === 'endMarkedContent') open.pop()
    else open.push(item.id ?? null)
  }
  return words
}

/** A line that reads from the right stands in the file with its last word first. */
function linesOf(items: readonly Item[]): readonly string[] {
  const lines: Extract<Item, { str: string }>[][] = [[]]
  for (const item of items) {
    if (!('str' in item)) continue
    if (item.hasEOL) lines.push([])
    lines.at(-1)!.push(item)
  }
  return lines.map((line) => {
    const fromRight = line.some(({ dir }) => dir === 'rtl')
    const parts = (fromRight ? line.toReversed() : line).map(({ str }) => str)
    return parts.join('').replace(/\s+/g, ' ').trim()
  })
}
