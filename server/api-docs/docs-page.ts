/** The API as a page: server-made HTML, one style element, no script, nothing from elsewhere. */
import { DOCS_STYLE } from './docs-style.ts'
import { isJson, type Json, textOf, typeText } from './type-text.ts'

interface Operation {
  readonly method: string
  readonly path: string
  readonly said: Json
}

/** @param document what @fastify/swagger made of the routes. */
export function docsPage(document: Json): string {
  const operations = operationsOf(document)
  const groups = Map.groupBy(operations, ({ path }) => groupOf(path))
  const info = isJson(document['info']) ? document['info'] : {}
  const about = textOf(info['description'])
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Samplan: the API</title>
<style>${DOCS_STYLE}</style>
</head>
<body>
<main>
<h1>Samplan: the API</h1>
${about
  .split('\n\n')
  .map((part) => `<p>${escape(part)}</p>`)
  .join('\n')}
<p><a href="/api/docs/json">The same as OpenAPI 3</a>, for programs. ${operations.length} routes.</p>
<nav aria-label="Routes"><ul>
${[...groups.keys()].map((group) => `<li><a href="#${slug(group)}">${escape(group)}</a></li>`).join('\n')}
</ul></nav>
${[...groups].map(([group, own]) => groupHtml(group, own)).join('\n')}
</main>
</body>
</html>
`
}

function operationsOf({ paths }: Json): readonly Operation[] {
  if (!isJson(paths)) return []
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(isJson(methods) ? methods : {}).flatMap(([method, said]) =>
      isJson(said) ? [{ method: method.toUpperCase(), path, said }] : [],
    ),
  )
}

function groupOf(path: string): string {
  const [, first = '', second = ''] = path.split('/')
  return first === 'api' ? `/api/${second}` : 'Beside the API'
}

function groupHtml(group: string, operations: readonly Operation[]): string {
  return `<section aria-labelledby="${slug(group)}">
<h2 id="${slug(group)}">${escape(group)}</h2>
${operations.map(operationHtml).join('\n')}
</section>`
}

function operationHtml({ method, path, said }: Operation): string {
  return `<article>
<h3><span data-method="${method}">${method}</span> <code>${escape(path)}</code></h3>
<p>${escape(textOf(said['summary']))}</p>
<dl>
${row('May', escape(whoMay(textOf(said['x-verb']))))}
${parametersHtml(said['parameters'])}
${bodyHtml(said['requestBody'])}
${answersHtml(said['responses'])}
</dl>
</article>`
}

function whoMay(verb: string): string {
  if (verb === 'public') return 'anybody'
  return verb === 'signed-in' ? 'whoever is signed in' : `whoever has ${verb}`
}

function parametersHtml(parameters: unknown): string {
  if (!Array.isArray(parameters)) return ''
  return parameters
    .filter(isJson)
    .map((one) =>
      row(
        `${one['in'] === 'path' ? 'In the path' : 'Query'}: ${textOf(one['name'])}`,
        code(`${typeText(one['schema'])}${one['required'] === true ? '' : ', or left out'}`),
      ),
    )
    .join('\n')
}

function bodyHtml(body: unknown): string {
  const schema = schemaIn(body)
  return schema === undefined ? '' : row('Body', code(typeText(schema)))
}

function answersHtml(answers: unknown): string {
  return Object.entries(isJson(answers) ? answers : {})
    .map(([status, answer]) => {
      const schema = schemaIn(answer)
      const isNothing = schema === undefined || (isJson(schema) && schema['type'] === 'null')
      return row(
        `Answer ${status}`,
        isNothing ? (status === '204' ? 'nothing' : 'see above') : code(typeText(schema)),
      )
    })
    .join('\n')
}

function schemaIn(holder: unknown): unknown {
  const content = isJson(holder) ? holder['content'] : undefined
  const [first] = Object.values(isJson(content) ? content : {})
  return isJson(first) ? first['schema'] : undefined
}

function row(name: string, html: string): string {
  return `<dt>${escape(name)}</dt><dd>${html}</dd>`
}

function code(text: string): string {
  return text.includes('\n') ? `<pre>${escape(text)}</pre>` : `<code>${escape(text)}</code>`
}

function slug(group: string): string {
  return group.toLowerCase().replace(/[^a-z0-9]+/g, '-')
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
