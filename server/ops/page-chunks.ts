/**
 * Which modules of the client go into one file: those that the same pages need.
 *
 * Left to itself the bundler makes a file for every set of parts that share something,
 * eighty for the plan page, and a browser asks a server without HTTP/2 for six at a
 * time. Here a page's dialogs do not count, since they come after the page. A page
 * still loads nothing that only another one needs.
 */

/** What this reads of rolldown's module graph. */
interface ModuleLinks {
  readonly importedIds: readonly string[]
  readonly dynamicallyImportedIds: readonly string[]
}

export interface ModuleGraph {
  getModuleInfo(moduleId: string): ModuleLinks | null
}

/** A group for rolldown's `output.codeSplitting.groups`. */
export interface ChunkGroup {
  readonly name: (moduleId: string, graph: ModuleGraph) => string | null
  readonly includeDependenciesRecursively: false
}

/** Of those modules that are loaded when they are wanted: the pages, not their dialogs. */
const PAGE = /\/client\/(?:home|[a-z/-]+-page)\.tsx$/

/** @param start the module that everything begins with, as an absolute path. */
export function pageChunks(start: string): ChunkGroup {
  let pagesOf: ReadonlyMap<string, readonly string[]> | null = null
  return {
    // A file's modules need only modules of as many pages or more, so no two files need each other.
    includeDependenciesRecursively: false,
    name(moduleId, graph) {
      pagesOf ??= findPages(start, graph)
      return pagesOf.get(moduleId)?.join('-') ?? null
    },
  }
}

/**
 * For each module the pages that need it, 'start' alone when all do. The pages' own modules are
 * left out: they are imported by name.
 */
function findPages(start: string, graph: ModuleGraph): ReadonlyMap<string, readonly string[]> {
  const pages = [start, ...wantedLater(start, graph).filter((id) => PAGE.test(id))]
  const pagesOf = new Map<string, string[]>()
  for (const page of pages) {
    const name = page === start ? 'start' : (/([a-z-]+)\.tsx$/.exec(page)?.[1] ?? page)
    for (const id of reach(page, graph, ({ importedIds }) => importedIds)) {
      const known = pagesOf.get(id) ?? []
      if (known[0] !== 'start') pagesOf.set(id, [...known, name])
    }
  }
  for (const page of pages) pagesOf.delete(page)
  return pagesOf
}

/** Every module that something imports only when it is wanted. */
function wantedLater(start: string, graph: ModuleGraph): readonly string[] {
  const wanted = new Set<string>()
  reach(start, graph, ({ importedIds, dynamicallyImportedIds }) => {
    for (const id of dynamicallyImportedIds) wanted.add(id)
    return [...importedIds, ...dynamicallyImportedIds]
  })
  return [...wanted].sort()
}

function reach(
  from: string,
  graph: ModuleGraph,
  next: (links: ModuleLinks) => readonly string[],
): ReadonlySet<string> {
  const reached = new Set([from])
  for (const id of reached) {
    const links = graph.getModuleInfo(id)
    for (const found of links ? next(links) : []) reached.add(found)
  }
  return reached
}
