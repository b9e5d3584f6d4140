/** What goes wrong how often in a simulation. */
import type { FaultName } from './faults.ts'

/** How often each fault is drawn, beside the others. Those that end much are rare. */
export const FAULT_WEIGHTS: Readonly<Record<FaultName, number>> = {
  crash: 3,
  stop: 1,
  diskFails: 5,
  docsDie: 3,
  hold: 12,
  breakLine: 6,
  repeatFrame: 5,
  roomEnds: 2,
  takeRight: 2,
  giveRight: 3,
  endSession: 2,
  closeWindow: 4,
  tellTab: 4,
  slowReader: 3,
  hostile: 25,
  serverWrites: 3,
  otherProcess: 1,
  restore: 1,
  paste: 1,
  timePasses: 4,
  emptyRoom: 1,
}
