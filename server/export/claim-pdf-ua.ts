/**
 * Adds the claim of PDF/UA-1 to a file that already is PDF/A-2a, since the
 * compiler writes only one of the two: the identifier in the XMP, described as
 * PDF/A wants every foreign property to be, and DisplayDocTitle in the catalog.
 *
 * An incremental update (ISO 32000-1, 7.5.6): the bytes so far stay as they are,
 * two objects are written again behind them, with a cross-reference section that
 * points back. Knows only the plain layout that Typst writes: classic
 * cross-references, one ViewerPreferences dictionary, XMP uncompressed.
 */

const UA_SCHEMA =
  '<rdf:li rdf:parseType="Resource">' +
  '<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>' +
  '<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>' +
  '<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>' +
  '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">' +
  '<pdfaProperty:category>internal</pdfaProperty:category>' +
  '<pdfaProperty:description>Part of ISO 14289 that the file follows</pdfaProperty:description>' +
  '<pdfaProperty:name>part</pdfaProperty:name>' +
  '<pdfaProperty:valueType>Integer</pdfaProperty:valueType>' +
  '</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>'

const UA_CLAIM =
  '<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">' +
  '<pdfuaid:part>1</pdfuaid:part></rdf:Description>'

/** @throws Error when the file is laid out in another way than Typst's. */
export function claimPdfUa(file: Buffer): Buffer {
  // One character a byte, so that places in the text are places in the file.
  const text = file.toString('latin1')
  const trailer = found(/trailer\s*<<([\s\S]*)>>\s*startxref\s+(\d+)\s+%%EOF\s*$/, text)
  const [, entries = '', crossReferencesAt = ''] = trailer
  const root = Number(found(/\/Root (\d+) 0 R/, entries)[1])
  const catalog = objectText(text, Number(crossReferencesAt), root)
  const metadata = Number(found(/\/Metadata (\d+) 0 R/, catalog)[1])
  const xmp = objectText(text, Number(crossReferencesAt), metadata)

  const objects = [
    { id: metadata, body: claimingMetadata(xmp) },
    { id: root, body: replaced(catalog, /\/ViewerPreferences <</, '$& /DisplayDocTitle true') },
  ].sort((a, b) => a.id - b.id)
  return Buffer.from(text + updateText(text, objects, entries, crossReferencesAt), 'latin1')
}

interface WrittenObject {
  readonly id: number
  /** Between `obj` and `endobj`. */
  readonly body: string
}

function updateText(
  before: string,
  objects: readonly WrittenObject[],
  entries: string,
  previousAt: string,
): string {
  // PDF/A wants a line end on both sides of obj and endobj.
  let update = before.endsWith('\n') ? '' : '\n'
  let crossReferences = 'xref\n'
  for (const { id, body } of objects) {
    const place = String(before.length + update.length).padStart(10, '0')
    crossReferences += `${id} 1\n${place} 00000 n\r\n`
    update += `${id} 0 obj\n${body.trim()}\nendobj\n`
  }
  const startsAt = before.length + update.length
  const trailer = `trailer\n<<${entries.trimEnd()}\n  /Prev ${previousAt}\n>>\n`
  return `${update}${crossReferences}${trailer}startxref\n${startsAt}\n%%EOF\n`
}

function claimingMetadata(object: string): string {
  const [, packet = ''] = found(/stream\r?\n([\s\S]*?)\r?\nendstream/, object)
  const described = replaced(packet, /(<pdfaExtension:schemas>\s*<rdf:Bag>)/, `$1${UA_SCHEMA}`)
  const claiming = replaced(described, /<\/rdf:RDF>/, `${UA_CLAIM}</rdf:RDF>`)
  return (
    `<<\n  /Length ${claiming.length}\n  /Type /Metadata\n  /Subtype /XML\n>>\n` +
    `stream\n${claiming}\nendstream`
  )
}

/** What stands between `obj` and `endobj` of an object, found through the cross-references. */
function objectText(text: string, crossReferencesAt: number, id: number): string {
  const [header] = found(/^xref\s+0 \d+\s+/, text.slice(crossReferencesAt, crossReferencesAt + 64))
  const entry = crossReferencesAt + header.length + id * CROSS_REFERENCE_BYTES
  const place = Number(text.slice(entry, entry + 10))
  const object = text.slice(place, text.indexOf('\nendobj', place))
  return object.slice(found(new RegExp(`^${id} 0 obj`), object)[0].length)
}

const CROSS_REFERENCE_BYTES = 20

function found(pattern: RegExp, text: string): RegExpExecArray {
  const match = pattern.exec(text)
  if (!match) throw new Error(`a PDF laid out in another way: no ${pattern.source}`)
  return match
}

function replaced(text: string, pattern: RegExp, replacement: string): string {
  found(pattern, text)
  return text.replace(pattern, replacement)
}
