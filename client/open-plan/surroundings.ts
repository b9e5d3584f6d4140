/** What an open plan takes from the browser around it; passed in where there is another one. */
import { chooseLanguage, type Language } from '../../shared/languages.ts'

export interface OpenPlanSurroundings {
  /** 'wss://school.example/sync' */
  readonly serverUrl: string
  readonly WebSocket: typeof WebSocket
  readonly databases: IDBFactory
  readonly nowMs: () => number
  /** Of the interface, for names of fields in what was set aside. */
  readonly language: () => Language
  /** Warns before the window closes while `mustWarn`. @returns stop. */
  readonly onLeaving: (mustWarn: () => boolean) => () => void
}

export function surroundings(given: Partial<OpenPlanSurroundings>): OpenPlanSurroundings {
  return {
    serverUrl: given.serverUrl ?? `${location.origin.replace(/^http/, 'ws')}/sync`,
    WebSocket: given.WebSocket ?? WebSocket,
    databases: given.databases ?? indexedDB,
    nowMs: given.nowMs ?? Date.now,
    language: given.language ?? (() => chooseLanguage([document.documentElement.lang])),
    onLeaving: given.onLeaving ?? warnBeforeLeaving,
  }
}

function warnBeforeLeaving(mustWarn: () => boolean): () => void {
  const onBeforeUnload = (event: BeforeUnloadEvent) => {
    if (mustWarn()) event.preventDefault()
  }
  addEventListener('beforeunload', onBeforeUnload)
  return () => removeEventListener('beforeunload', onBeforeUnload)
}
