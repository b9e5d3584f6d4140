/** What an open plan takes from the browser around it; passed in where there is another one. */

export interface OpenPlanSurroundings {
  /** 'wss://school.example/sync' */
  readonly serverUrl: string
  readonly WebSocket: typeof WebSocket
  /** undefined: the browser has none, or refuses even to speak of it. */
  readonly databases: IDBFactory | undefined
  readonly nowMs: () => number
  /**
   * Asks the browser not to throw the device's copies away when room runs short.
   * @returns whether it promised. Never rejects.
   */
  readonly keepCopies: () => Promise<boolean>
  /** The device's network came or went. @returns stop. */
  readonly onNetworkChange: (listener: () => void) => () => void
  /** Warns before the window closes while `mustWarn`. @returns stop. */
  readonly onLeaving: (mustWarn: () => boolean) => () => void
}

export function surroundings(given: Partial<OpenPlanSurroundings>): OpenPlanSurroundings {
  return {
    serverUrl: given.serverUrl ?? `${location.origin.replace(/^http/, 'ws')}/sync`,
    WebSocket: given.WebSocket ?? WebSocket,
    databases: given.databases ?? ownDatabases(),
    nowMs: given.nowMs ?? Date.now,
    keepCopies: given.keepCopies ?? askToKeepCopies,
    onNetworkChange: given.onNetworkChange ?? listenToNetwork,
    onLeaving: given.onLeaving ?? warnBeforeLeaving,
  }
}

function ownDatabases(): IDBFactory | undefined {
  try {
    return globalThis.indexedDB
  } catch {
    return undefined
  }
}

/** Safari may throw them away all the same after weeks without a visit. */
async function askToKeepCopies(): Promise<boolean> {
  try {
    return (await navigator.storage?.persist?.()) ?? false
  } catch {
    return false
  }
}

function listenToNetwork(listener: () => void): () => void {
  addEventListener('offline', listener)
  addEventListener('online', listener)
  return () => {
    removeEventListener('offline', listener)
    removeEventListener('online', listener)
  }
}

/** The window's own question before it closes. @returns stop. */
export function warnBeforeLeaving(mustWarn: () => boolean): () => void {
  const onBeforeUnload = (event: BeforeUnloadEvent) => {
    if (mustWarn()) event.preventDefault()
  }
  addEventListener('beforeunload', onBeforeUnload)
  return () => removeEventListener('beforeunload', onBeforeUnload)
}
