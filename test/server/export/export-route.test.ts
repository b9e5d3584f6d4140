import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildTestApp, type TestApp } from '../../support/build-app.ts'
import { addTestPlan, addTestSchool, type TestSchool } from '../../support/test-people.ts'

let app: TestApp
let school: TestSchool
let planId: string

beforeAll(async () => {
  app = await buildTestApp()
  school = await addTestSchool(app, 'Ternvåg')
  planId = await addTestPlan(app, school, 'Ternvåg møter «Europa»')
})

afterAll(() => app.close())

const take = (format: string, plan = planId) =>
  app.send({
    url: `/api/plans/${plan}/export/${format}`,
    cookie: school.people.guest.cookie,
  })

describe('taking a plan out', () => {
  it('as HTML is a file that keeps its name and stays inert', async () => {
    const { headers, body } = await take('html')

    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    expect(headers['content-disposition']).toContain(
      'attachment; filename="Ternvag moter _Europa_.html"',
    )
    expect(headers['content-disposition']).toContain("filename*=UTF-8''Ternv%C3%A5g%20m%C3%B8ter")
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/,
    )
    expect(headers['cache-control']).toBe('no-store')
    expect(body).toContain('Ternvåg møter «Europa»')
  })

  it('as HTML can be shown in the browser', async () => {
    expect((await take('html?inline=1')).headers['content-disposition']).toBe('inline')
  })

  it('as Markdown is always a file', async () => {
    const { headers, body } = await take('md?inline=1')

    expect(headers['content-type']).toBe('text/markdown; charset=utf-8')
    expect(headers['content-disposition']).toMatch(/^attachment; .*\.md/)
    expect(body).toMatch(/^# Ternvåg møter «Europa»\n/)
  })

  it('as PDF is a file that says what could not be printed', async () => {
    const partly = await addTestPlan(app, school, 'Planen 計画')

    const quiet = await take('pdf')
    const { headers, rawPayload } = await take('pdf', partly)

    expect(quiet.headers['x-samplan-warnings']).toBeUndefined()
    expect(headers['x-samplan-warnings']).toBe('unprinted=2')
    expect(headers['content-type']).toBe('application/pdf')
    expect(headers['content-disposition']).toMatch(/^attachment; .*\.pdf/)
    expect(rawPayload.subarray(0, 8).toString()).toBe('%PDF-1.7')
    expect(rawPayload.subarray(-6).toString()).toBe('%%EOF\n')
  })

  it('speaks the language asked for', async () => {
    expect((await take('md?lang=nb')).body).toContain('Handlingsplan for eTwinning')
    expect((await take('md?lang=en')).body).toContain('eTwinning action plan')
  })

  it.each(['PDF', 'HTML', 'exe', '__proto__', 'constructor'])(
    'as %s is not there, and says what is',
    async (format) => {
      const reply = await take(format)

      expect(reply.statusCode).toBe(404)
      expect(reply.json()).toEqual({
        code: 'not-found',
        message: 'A plan can be taken out as pdf, html or md.',
      })
    },
  )

  it.each(['html?lang=de', 'html?inline=2'])('refuses %s', async (format) => {
    expect((await take(format)).json()).toMatchObject({ code: 'bad-request' })
  })
})
