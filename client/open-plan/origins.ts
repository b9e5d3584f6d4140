/**
 * Who made a change: the origin of every transaction on a plan's document.
 *
 * Undo tracks `ui` and what the editor's binding writes (ySyncPluginKey), and
 * nothing else. The local store does not store again what comes from `store`.
 */
export const ORIGINS = {
  /** A person, by something else than a text: a status, a date, a move. Undoable. */
  ui: 'ui',
  /** The making of an action, before it is shown. Not undoable, see shared/plan/create-action. */
  init: 'init',
  /** Another person, by way of the server. */
  remote: 'remote',
  /** This person's own device, at opening. */
  store: 'store',
  /** Another tab of this person on this device. */
  tab: 'tab',
  /** Undo lost a key of a map; it is put back. */
  repair: 'repair',
  /** A text that others read differently is written anew. */
  heal: 'heal',
} as const

export type Origin = (typeof ORIGINS)[keyof typeof ORIGINS]
