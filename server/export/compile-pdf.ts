/**
 * From a plan to the bytes of its PDF: Typst with one fixed template and our own
 * fonts. One file is PDF/UA-1 and PDF/A-2a at once; when it cannot be both, it is
 * a tagged PDF that claims neither, and the caller is told.
 *
 * Synchronous, about a tenth of a second for a whole plan: for a worker thread.
 */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import type { PlanDocument } from '../../shared/api/plan-document.ts'
import { claimPdfUa } from './claim-pdf-ua.ts'
import { coveredCharacters } from './font-coverage.ts'
import type { ExportedDiscussion } from './exported-discussion.ts'
import { type FontFamily, fontFamilies } from './font-files.ts'
import { pdfModel } from './pdf-model.ts'
import { createPrinter } from './printable-text.ts'

export interface CompiledPdf {
  readonly bytes: Uint8Array
  /** Characters that no font has and that became a box. */
  readonly unprinted: number
  /** Why the file claims no standard, for the log; null when it is PDF/UA-1 and PDF/A-2a. */
  readonly unclaimed: string | null
}

const FOLDER = fileURLToPath(new URL('.', import.meta.url))
const TEMPLATE = join(FOLDER, 'plan.typ')
const DATA = join(FOLDER, 'plan.json')
/** Compilations after which what was not used again is forgotten. */
const CACHE_AGE = 2

/** @param discussion what was said about the plan; absent: it stays in the house. */
export type CompilePdf = (document: PlanDocument, discussion?: ExportedDiscussion) => CompiledPdf

/** Reads the fonts once; the compiler stays warm. */
export function createPdfCompiler(): CompilePdf {
  const families = fontFamilies()
  const coverage = families.map(familyCoverage)
  const compiler = NodeCompiler.create({
    workspace: FOLDER,
    fontArgs: [{ fontPaths: families.flatMap(({ files }) => files.map(dirname)) }],
  })

  return (document, discussion) => {
    const printer = createPrinter(coverage)
    const model = pdfModel(document, printer, discussion ?? null)
    compiler.mapShadow(DATA, Buffer.from(JSON.stringify(model)))
    const laidOut = layOut(compiler)
    const { file, unclaimed } = write(compiler, laidOut)
    compiler.evictCache(CACHE_AGE)
    return { bytes: file, unprinted: printer.unprinted, unclaimed }
  }
}

/** @throws Error with the template's own diagnostics: a bug of ours, never of the content. */
function layOut(compiler: NodeCompiler): NodeTypstDocument {
  const compiled = compiler.compile({ mainFilePath: TEMPLATE })
  if (compiled.result) return compiled.result
  const error = compiled.takeError()
  const diagnostics = error ? compiler.fetchDiagnostics(error) : []
  throw new Error(`plan.typ does not compile: ${JSON.stringify(diagnostics)}`)
}

function write(
  compiler: NodeCompiler,
  laidOut: NodeTypstDocument,
): { readonly file: Buffer; readonly unclaimed: string | null } {
  try {
    // Only for its checks: the compiler writes one standard at a time.
    compiler.pdf(laidOut, { pdfStandard: 'ua-1' })
    return { file: claimPdfUa(compiler.pdf(laidOut, { pdfStandard: 'a-2a' })), unclaimed: null }
  } catch (error) {
    return { file: compiler.pdf(laidOut), unclaimed: reasonOf(error) }
  }
}

/** The compiler's own sentences, without places in a template that nobody has open. */
function reasonOf(error: unknown): string {
  const report = error instanceof Error ? error.message : String(error)
  const sentences = Array.from(report.matchAll(/message: "([^"]*)"/g), ([, sentence]) => sentence)
  return [...new Set(sentences)].join('; ') || report
}

/** What every cut of a family has, so that bold and italic never lack what plain has. */
function familyCoverage({ files }: FontFamily): ReadonlySet<number> {
  const [first = new Set<number>(), ...rest] = files.map((file) =>
    coveredCharacters(readFileSync(file)),
  )
  return new Set([...first].filter((point) => rest.every((cut) => cut.has(point))))
}
