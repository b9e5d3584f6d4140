/**
 * Which characters a TrueType font has a glyph for, read from its cmap table
 * (OpenType specification, formats 4 and 12). Knows nothing of shaping.
 */

/** Code points with a glyph. @throws Error when the file has no readable cmap. */
export function coveredCharacters(font: Buffer): ReadonlySet<number> {
  const table = cmapOffset(font)
  const covered = new Set<number>()
  const subtables = font.readUInt16BE(table + 2)
  for (let index = 0; index < subtables; index++) {
    const subtable = table + font.readUInt32BE(table + 4 + index * 8 + 4)
    const format = font.readUInt16BE(subtable)
    if (format === 4) addSegments(font, subtable, covered)
    if (format === 12) addGroups(font, subtable, covered)
  }
  if (covered.size === 0) throw new Error('a font whose cmap has neither format 4 nor 12')
  return covered
}

function cmapOffset(font: Buffer): number {
  const tables = font.readUInt16BE(4)
  for (let index = 0; index < tables; index++) {
    const record = 12 + index * 16
    if (font.toString('latin1', record, record + 4) === 'cmap') return font.readUInt32BE(record + 8)
  }
  throw new Error('a font without a cmap')
}

/** Format 12: groups of start, end and first glyph. */
function addGroups(font: Buffer, subtable: number, covered: Set<number>): void {
  const groups = font.readUInt32BE(subtable + 12)
  for (let index = 0; index < groups; index++) {
    const group = subtable + 16 + index * 12
    const end = font.readUInt32BE(group + 4)
    for (let point = font.readUInt32BE(group); point <= end; point++) covered.add(point)
  }
}

/** Format 4: four parallel arrays of segments; glyph 0 inside a segment means none. */
function addSegments(font: Buffer, subtable: number, covered: Set<number>): void {
  const size = font.readUInt16BE(subtable + 6)
  const ends = subtable + 14
  const starts = ends + size + 2
  const deltas = starts + size
  const offsets = deltas + size
  for (let at = 0; at < size; at += 2) {
    const start = font.readUInt16BE(starts + at)
    const end = font.readUInt16BE(ends + at)
    const delta = font.readUInt16BE(deltas + at)
    const offset = font.readUInt16BE(offsets + at)
    for (let point = start; point <= end && point !== 0xffff; point++) {
      const place = offsets + at + offset + (point - start) * 2
      const found = offset === 0 ? point : font.readUInt16BE(place)
      if (found !== 0 && ((found + delta) & 0xffff) !== 0) covered.add(point)
    }
  }
}
