/** Updates written byte by byte, as no honest program makes them. */
import * as encoding from 'lib0/encoding'

/** One block of structs of one client, and no deletions. */
export function structs(
  client: number,
  clock: number,
  made: ((encoder: encoding.Encoder) => void)[],
) {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint(encoder, made.length)
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, clock)
    for (const write of made) write(encoder)
    encoding.writeVarUint(encoder, 0)
  })
}

/** A struct of deleted content. */
export function gcStruct(length: number) {
  return (encoder: encoding.Encoder) => {
    encoding.writeUint8(encoder, 0)
    encoding.writeVarUint(encoder, length)
  }
}

/** Two people's letters, each to the right of the other's. */
export function circle(): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 2)
    writeStruct(encoder, 7, 0, { client: 3, clock: 0 })
    writeStruct(encoder, 3, 0, { client: 7, clock: 0 })
    encoding.writeVarUint(encoder, 0)
  })
}

/** Two blocks of one client, of which Yjs would keep the second. */
export function twoBlocks(): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 2)
    for (const clock of [0, 1]) {
      encoding.writeVarUint(encoder, 1)
      encoding.writeVarUint(encoder, 5)
      encoding.writeVarUint(encoder, clock)
      gcStruct(1)(encoder)
    }
    encoding.writeVarUint(encoder, 0)
  })
}

/** One letter of `client`, to the right of another's. */
function writeStruct(
  encoder: encoding.Encoder,
  client: number,
  clock: number,
  origin: { readonly client: number; readonly clock: number },
): void {
  const HAS_ORIGIN = 128
  const CONTENT_STRING = 4
  encoding.writeVarUint(encoder, 1)
  encoding.writeVarUint(encoder, client)
  encoding.writeVarUint(encoder, clock)
  encoding.writeUint8(encoder, HAS_ORIGIN | CONTENT_STRING)
  encoding.writeVarUint(encoder, origin.client)
  encoding.writeVarUint(encoder, origin.clock)
  encoding.writeVarString(encoder, 'x')
}
