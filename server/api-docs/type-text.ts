/** A JSON schema as a few lines that people read: '{ name: text(1-200), role: "teacher" | "guest" }'. */

/** Whatever stands in the OpenAPI document. */
export type Json = Readonly<Record<string, unknown>>

export function typeText(schema: unknown, indent = ''): string {
  if (!isJson(schema)) return 'anything'
  const alternatives = schema['anyOf'] ?? schema['oneOf']
  if (Array.isArray(alternatives)) {
    return alternatives.map((one) => typeText(one, indent)).join(' | ')
  }
  if (Array.isArray(schema['enum'])) return schema['enum'].map(literal).join(' | ')
  if ('const' in schema) return literal(schema['const'])
  switch (schema['type']) {
    case 'object':
      return objectText(schema, indent)
    case 'array':
      return `list of ${typeText(schema['items'], indent)}`
    case 'string':
      return stringText(schema)
    case 'integer':
    case 'number':
      return `${schema['type']}${range(schema['minimum'], schema['maximum'])}`
    case 'boolean':
      return 'true | false'
    case 'null':
      return 'null'
    default:
      return 'anything'
  }
}

function objectText(schema: Json, indent: string): string {
  const { properties, required, patternProperties } = schema
  if (isJson(patternProperties)) return 'object with any keys'
  if (!isJson(properties) || Object.keys(properties).length === 0) return '{ }'
  const needed = Array.isArray(required) ? required : []
  const inner = `${indent}  `
  const lines = Object.entries(properties).map(
    ([key, value]) => `${inner}${key}${needed.includes(key) ? '' : '?'}: ${typeText(value, inner)}`,
  )
  return ['{', ...lines, `${indent}}`].join('\n')
}

function stringText({ format, pattern, minLength, maxLength }: Json): string {
  if (typeof format === 'string') return format
  if (pattern === '^[0-9a-hjkmnp-tv-z]{20}$') return 'id'
  return `text${range(minLength, maxLength)}`
}

function range(least: unknown, most: unknown): string {
  if (least === undefined && most === undefined) return ''
  return `(${numberText(least)}–${numberText(most)})`
}

function numberText(value: unknown): string {
  return typeof value === 'number' ? String(value) : ''
}

function literal(value: unknown): string {
  return JSON.stringify(value)
}

/** '' for what is no text. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
