/** The address of the sign-in page that leads back to where one is. */
export function signInHere(): string {
  const here = location.pathname + location.search
  return `/sign-in?to=${encodeURIComponent(here)}`
}
