/** What pages ask of the plans on this device; what answers is loaded when they do. */
import type { DeviceCopies } from './people/sign-out-dialog.tsx'

/** What a sign-out must know of the plans on this device. */
export function deviceCopies(userId: string): DeviceCopies {
  return {
    countUnsent: async () => (await (await loadCopies()).plansWithUnsentText(userId)).length,
    purge: async () => (await loadCopies()).purgeCopies(userId),
  }
}

export function loadCopies() {
  return import('./open-plan/device-copies.ts')
}
