/** WebSocket frames as bytes, the client's half: what it writes, and what it reads of the server. */

export const OPCODE = { binary: 2, close: 8, ping: 9, pong: 10 } as const

export interface SocketFrame {
  /** 'open': the server's answer to the upgrade. */
  readonly opcode: number | 'open'
  readonly payload: Buffer
}

/** One whole message of a client. Its mask is zero, so the bytes stay as they are. */
export function clientSocketFrame(opcode: number, payload: Uint8Array): Buffer {
  const { byteLength } = payload
  const header = [0x80 | opcode]
  if (byteLength < 126) header.push(0x80 | byteLength)
  else if (byteLength < 2 ** 16) header.push(0x80 | 126, byteLength >> 8, byteLength & 0xff)
  else {
    const size = Buffer.alloc(8)
    size.writeBigUInt64BE(BigInt(byteLength))
    header.push(0x80 | 127, ...size)
  }
  return Buffer.concat([Buffer.from([...header, 0, 0, 0, 0]), payload])
}

/** Puts together what a server writes in pieces. */
export function createServerFrameReader(): (chunk: Buffer) => SocketFrame[] {
  let bytes: Buffer = Buffer.alloc(0)
  let isOpen = false

  return (chunk) => {
    bytes = bytes.byteLength === 0 ? chunk : Buffer.concat([bytes, chunk])
    const frames: SocketFrame[] = []
    if (!isOpen) {
      const end = bytes.indexOf('\r\n\r\n')
      if (end < 0) return []
      isOpen = true
      bytes = bytes.subarray(end + 4)
      frames.push({ opcode: 'open', payload: Buffer.alloc(0) })
    }
    for (let read = firstFrame(bytes); read; read = firstFrame(bytes)) {
      frames.push(read.frame)
      bytes = read.rest
    }
    return frames
  }
}

function firstFrame(bytes: Buffer): { frame: SocketFrame; rest: Buffer } | null {
  if (bytes.byteLength < 2) return null
  const opcode = bytes.readUInt8(0) & 0x0f
  const short = bytes.readUInt8(1) & 0x7f
  const start = short < 126 ? 2 : short === 126 ? 4 : 10
  if (bytes.byteLength < start) return null
  const size =
    short < 126 ? short : short === 126 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2))
  const end = start + size
  if (bytes.byteLength < end) return null
  return { frame: { opcode, payload: bytes.subarray(start, end) }, rest: bytes.subarray(end) }
}
