/** What files weigh on the wire. */
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

/** The sum of these files, each gzipped by itself, in kB of 1,000 bytes. */
export function gzippedKb(files: readonly string[]): number {
  const bytes = files.map((file) => gzipSync(readFileSync(file), { level: 9 }).byteLength)
  return bytes.reduce((sum, size) => sum + size, 0) / 1000
}
