/**
 * Where one goes after signing in: a path of this site and nothing else.
 *
 * Browsers read '//host' and '/\\host' as another host, and leave tabs and line
 * breaks out before they read: with one of them anywhere it is no path.
 */

export const MAX_PATH_LENGTH = 500

// oxlint-disable-next-line no-control-regex -- those are the ones to refuse
const OWN_PATH = /^\/(?![/\\])[^\u0000-\u001f\\]*$/
/** Pages and replies that are not places to arrive at. */
const NO_PLACE = /^\/(?:api|sign-in|sync|assets)(?:[/?#]|$)/

/** The path as it came; '/' for one that leads away or nowhere. */
export function ownPath(path: string): string {
  const isOwn = OWN_PATH.test(path) && !NO_PLACE.test(path) && path.length <= MAX_PATH_LENGTH
  return isOwn ? path : '/'
}
