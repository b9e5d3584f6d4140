/** What makes a Node process load preload.ts before anything of its own. */

/** @param profileFolder where each thread's CPU profile goes; null: none is made. */
export function preloadOptions(profileFolder: string | null): Record<string, string> {
  const preload = new URL('preload.ts', import.meta.url).href
  return {
    NODE_OPTIONS: `--import=${preload} --disable-warning=ExperimentalWarning`,
    ...(profileFolder !== null && { BENCH_PROFILE: profileFolder }),
  }
}
