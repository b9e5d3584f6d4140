import { afterAll, describe, expect, it } from 'vitest'
import { createPdfThread } from '../../../server/export/pdf-thread.ts'
import { createCollectedLog } from '../../support/collected-log.ts'
import { exampleDocument } from '../../support/plan-documents.ts'

const log = createCollectedLog()
const thread = createPdfThread({ logger: log })
const document = exampleDocument('nb')

afterAll(() => thread.close())

describe('the PDF thread', () => {
  it('lays plans out while the caller goes on', async () => {
    let turns = 0
    const turning = setInterval(() => turns++, 1)

    const { bytes, unclaimed } = await thread.compile(document)
    clearInterval(turning)

    expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-')
    expect(unclaimed).toBeNull()
    expect(turns).toBeGreaterThan(10)
    expect(log.lines).toEqual([])
  })

  it('refuses when too many wait, and takes plans again when they are done', async () => {
    const asked = Array.from({ length: 21 }, () => thread.compile({ ...document, sections: [] }))
    const settled = await Promise.allSettled(asked)

    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(20)
    expect(settled.at(-1)).toMatchObject({ reason: { code: 'plan-busy' } })
    expect((await thread.compile({ ...document, sections: [] })).unclaimed).toBeNull()
  })

  it('fails what it is asked after its end', async () => {
    const ended = createPdfThread({ logger: log })
    await ended.close()

    await expect(ended.compile(document)).rejects.toMatchObject({ code: 'server-error' })
  })
})
