/**
 * Whether the browser offers to install Samplan as a program of its own. The offer
 * is kept until somebody asks for it in a menu; nothing pops up by itself. Browsers
 * that never offer (Safari, Firefox) have it in menus of their own.
 */
import { useSyncExternalStore } from 'react'

/** Chromium's event; no standard has it yet. */
interface InstallOffer extends Event {
  readonly prompt: () => Promise<unknown>
}

let offer: InstallOffer | null = null
const listeners = new Set<() => void>()

/** Called once at the start: the browser offers early, and once. */
export function keepInstallOffer(): void {
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault()
    change(event as InstallOffer)
  })
  addEventListener('appinstalled', () => change(null))
}

/** Asks the browser to install; null where it does not offer that. */
export function useInstall(): (() => void) | null {
  return useSyncExternalStore(subscribe, () => offer) && install
}

function install(): void {
  const taken = offer
  // An offer can be taken up once.
  change(null)
  void taken?.prompt()
}

function change(next: InstallOffer | null): void {
  offer = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
