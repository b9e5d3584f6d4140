/**
 * Whether the school's server has newer pages than those in this window. The script that
 * the page began with bears its hash in its name, and /app-files.json names those of now.
 */
const FILE_LIST = '/app-files.json'

/** Never rejects: without an answer there is nothing to say. */
export async function hasNewerBuild(
  fetchList: () => Promise<Response> = () => fetch(FILE_LIST, { cache: 'no-cache' }),
  firstScript: string | null = ownFirstScript(),
): Promise<boolean> {
  try {
    const files: unknown = await (await fetchList()).json()
    return firstScript !== null && Array.isArray(files) && !files.includes(firstScript)
  } catch {
    return false
  }
}

function ownFirstScript(): string | null {
  const script = document.querySelector<HTMLScriptElement>('script[type="module"][src]')
  return script && new URL(script.src).pathname
}
