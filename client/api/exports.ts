/** The finished plan as a file: where it is, and fetching it with what one must know of it. */
import {
  EXPORT_WARNINGS_HEADER,
  type ExportWarnings,
  readWarnings,
} from '../../shared/api/export-warnings.ts'
import type { Language } from '../../shared/languages.ts'
import { requestFile } from './request.ts'

/** The formats that a finished plan leaves the house in. */
export type ExportFormat = 'pdf' | 'html' | 'md'

export interface ExportWish {
  /** Of the template's words in it. */
  readonly language: Language
  /** With what is said about the plan. */
  readonly withThreads: boolean
}

/** Where the finished file is. */
export function exportAddress(
  planId: string,
  format: ExportFormat,
  { language, withThreads }: ExportWish,
): string {
  const threads = withThreads ? '&threads=1' : ''
  return `/api/plans/${planId}/export/${format}?lang=${language}${threads}`
}

export interface ExportedFile {
  readonly file: Blob
  readonly name: string
  readonly warnings: ExportWarnings
}

/** @throws RequestFailed */
export async function fetchExport(address: string, signal?: AbortSignal): Promise<ExportedFile> {
  const { file, headers } = await requestFile(address, signal ? { signal } : {})
  return {
    file,
    name: fileNameIn(headers.get('content-disposition') ?? ''),
    warnings: readWarnings(headers.get(EXPORT_WARNINGS_HEADER)),
  }
}

/** The whole name that the server gave the file (RFC 6266), which always gives one. */
function fileNameIn(disposition: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1] ?? ''
  return decodeURIComponent(encoded) || 'plan'
}
