/**
 * The program put together: who needs whom, which routes there are, and in which
 * order it all ends. Reads no environment and opens no port.
 */
import cookies from '@fastify/cookie'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'
import type { RandomBytes, UserId } from '../shared/ids.ts'
import type { Config } from './config.ts'
import { openDoors } from './doors/open-doors.ts'
import { demoRoute } from './example/demo-route.ts'
import { openDevSchool } from './example/dev-school.ts'
import type { ExamplePerson } from './example/example-school.ts'
import { describeApi } from './api-docs/describe-api.ts'
import { docsRoute } from './api-docs/docs-route.ts'
import { erasureRoute } from './erasure/erasure-route.ts'
import { auditRoute } from './audit/audit-route.ts'
import { discussRoute } from './discuss/discuss-route.ts'
import { createDiscussion } from './discuss/discussion.ts'
import { createSuggestions } from './discuss/suggestions.ts'
import { createHistory } from './history/history.ts'
import { historyRoute } from './history/history-route.ts'
import { keepHouse } from './housekeeping.ts'
import { exportRoute } from './export/export-route.ts'
import { createPdfThread } from './export/pdf-thread.ts'
import { addInbox } from './inbox/add-inbox.ts'
import { clientFiles } from './ops/client-files.ts'
import { healthRoute } from './ops/health-route.ts'
import { createHttp, refuseWhile, upgradeTo } from './ops/http.ts'
import { keepToPublicOrigin } from './ops/public-origin.ts'
import { securityHeaders } from './ops/security-headers.ts'
import { badAddressPage } from './people/door-page.ts'
import { invitationRoute } from './people/invitation-route.ts'
import { meRoute } from './people/me-route.ts'
import { peopleRoutes } from './people/people-routes.ts'
import { guardRoutes } from './people/route-guard.ts'
import { createSessionCookie } from './people/session-cookie.ts'
import { createSessions } from './people/sessions.ts'
import { setUpRoute } from './people/set-up-route.ts'
import { createSetUpLink } from './people/set-up.ts'
import { createSignIn } from './people/sign-in.ts'
import { signInRoute } from './people/sign-in-route.ts'
import { createPlanMaker } from './plans/create-plan.ts'
import { createLiveRights } from './plans/live-rights.ts'
import { createPlanAccess, mayRead } from './plans/plan-access.ts'
import { createPlanDocuments } from './plans/plan-documents.ts'
import { planInvitationsRoute } from './plans/plan-invitations-route.ts'
import { planPeopleRoute } from './plans/plan-people-route.ts'
import { planRoute } from './plans/plan-route.ts'
import { schoolPlansRoute } from './plans/school-plans-route.ts'
import { searchRoute } from './plans/search-route.ts'
import { createSummaryRefresher } from './plans/summary-refresher.ts'
import { createSyncDoor } from './plans/sync-door.ts'
import { createTickets } from './plans/tickets.ts'
import { addPupils } from './pupils/add-pupils.ts'
import { addSignInDoors } from './sign-in/sign-in-doors.ts'
import type { Database } from './storage/database.ts'
import { createStores } from './storage/stores.ts'
import { createDocThread } from './sync/doc-thread.ts'
import { createSyncServer } from './sync/sync-server.ts'
import type { UpdateLog } from './sync/update-log.ts'

export interface AppDeps {
  readonly config: Omit<Config, 'host' | 'port' | 'dataDir'>
  readonly database: Pick<Database, 'db' | 'isWritable'>
  /** The app closes what it opened. */
  readonly openUpdateLog: (onDeath: (error: Error) => void) => Promise<UpdateLog>
  /** Folder with the built pages. */
  readonly clientFolder: string
  readonly nowMs: () => number
  readonly random: RandomBytes
  /** Where the log goes. */
  readonly logStream: NodeJS.WritableStream
}

export interface BuiltApp {
  readonly app: FastifyInstance
  /** The link that sets the school up; null when there is one already. */
  createSetUpLink(): Promise<string | null>
  /** For development: the people of a kept example school. */
  openDevSchool(): Promise<readonly ExamplePerson[]>
}

/** Everything but the port: `app.listen` opens it, `app.close` ends everything in order. */
export async function buildApp(deps: AppDeps): Promise<BuiltApp> {
  const { config, database, nowMs, random } = deps
  const { publicOrigin } = config
  const bench = config.caps === 'bench'
  const app = createHttp({ ...config, badAddressPage }, deps.logStream)
  let isDraining = false

  const stores = createStores(database.db)
  const { people, schools, plans, planPeople, search, pupils } = stores
  const cookie = createSessionCookie({ app, publicOrigin, nowMs })
  const sessions = createSessions({ store: people, nowMs, random })
  const tickets = createTickets(nowMs, random)
  const signIn = createSignIn({ sessions, cookie })
  const openPlanFor = createPlanAccess({ plans, people: planPeople })

  const log = await deps.openUpdateLog((error) =>
    app.log.error({ err: error }, 'the thread of the log died; it is started anew'),
  )
  const docs = createDocThread({ logger: app.log })
  const pdf = createPdfThread({ logger: app.log })
  const rights = createLiveRights({
    sessions,
    openPlanFor,
    countDeeds: (schoolIds) => stores.audit.countDeeds(schoolIds),
    nowMs,
    logger: app.log,
    rooms: () => rooms,
    onLeft: (planId, memberId) => history.left(planId, memberId),
  })
  const history = createHistory({ ...stores, log, docs, rights, nowMs, logger: app.log })
  const admit = createSyncDoor({ sessions, cookie, tickets, rights })
  const rooms = createSyncServer({
    log,
    docs,
    admit,
    publicOrigin,
    nowMs,
    logger: app.log,
    capsBench: bench,
  })
  sessions.onEnded((sessionHash, next) => {
    if (next === null) rooms.closeSession(sessionHash, 'sign-in-required')
    else rights.moveSession(sessionHash, next)
  })
  const summaries = createSummaryRefresher({ store: plans, search, rooms, logger: app.log })
  const logger = app.log
  const createPlan = createPlanMaker({ store: plans, rooms, summaries, logger, nowMs, random })
  const readPlanDocument = createPlanDocuments({ rooms, schools, nowMs })
  const discussion = createDiscussion({ store: stores.threads, rooms })
  const suggestions = createSuggestions({ store: stores.threads, rooms })
  const setUp = { store: schools, sessions, signIn, publicOrigin, nowMs, random }
  const invitations = {
    store: stores.invitations,
    sessions,
    signIn,
    publicOrigin,
    nowMs,
    random,
  }
  const making = { createPlan, discussion, suggestions, rooms, log, nowMs, random }
  const example = { ...stores, ...making, publicOrigin, bench }

  const rightsChanged = (userId: UserId) => rights.changed({ userId })
  const erasing = { store: stores.erasures, sessions, rightsChanged }

  await plans.removeUnfilled(nowMs())
  const housekeeping = keepHouse({
    stores,
    sessions,
    rooms,
    summaries,
    history,
    erasing,
    nowMs,
    logger,
  })
  await housekeeping.begun

  refuseWhile(app, () => isDraining)
  await app.register(cookies)
  await app.register(helmet, securityHeaders(publicOrigin))
  keepToPublicOrigin(app, publicOrigin)
  guardRoutes(app, { sessions, cookie })
  await describeApi(app, publicOrigin)
  await app.register(rateLimit, { global: false })

  await app.register(
    healthRoute({ isWritable: database.isWritable, isDraining: () => isDraining, nowMs }),
  )
  await app.register(docsRoute)
  await app.register(meRoute({ store: people, sessions, cookie, nowMs, demo: config.demo }))
  await app.register(setUpRoute(setUp))
  await app.register(signInRoute({ store: people, signIn, nowMs }))
  const outside = openDoors(config, app.log, nowMs)
  const doors = await addSignInDoors(app, {
    ...stores,
    rightsChanged,
    sessions,
    signIn,
    ...outside,
    publicOrigin,
    nowMs,
    random,
  })
  await app.register(schoolPlansRoute({ store: plans, people: planPeople, createPlan, nowMs }))
  await app.register(searchRoute({ search, people: planPeople }))
  await app.register(planRoute({ ...stores, openPlanFor, readPlanDocument, tickets, nowMs }))
  await app.register(discussRoute({ discussion, suggestions, openPlanFor, nowMs, bench }))
  await addPupils(app, { ...setUp, store: pupils, people, members: stores.members, openPlanFor })
  await app.register(planInvitationsRoute({ ...invitations, openPlanFor }))
  await app.register(invitationRoute({ ...invitations, rightsChanged }))
  await app.register(planPeopleRoute({ store: planPeople, plans, openPlanFor, rights, nowMs }))
  await app.register(
    erasureRoute({
      ...erasing,
      ...stores,
      readHistory: (planId, range) => log.readHistory(planId, range),
      mayReadPlan: mayRead(openPlanFor),
      cookie,
      prove: (signedIn, password) => doors.prove(signedIn, password),
      nowMs,
    }),
  )
  await app.register(peopleRoutes({ ...stores, sessions, cookie, rightsChanged, nowMs }))
  const inbox = await addInbox(app, { ...stores, ...outside, publicOrigin, nowMs })
  await app.register(auditRoute(stores.audit))
  await app.register(historyRoute({ ...stores, ...history, rooms, openPlanFor, bench }))
  await app.register(
    exportRoute({ openPlanFor, readPlanDocument, pdf, discussion, schools, nowMs, bench }),
  )
  if (config.demo) await app.register(demoRoute(example))
  await app.register(clientFiles(deps.clientFolder))
  app.server.on(
    'upgrade',
    upgradeTo(rooms, () => isDraining),
  )

  app.addHook('preClose', async () => {
    isDraining = true
    rights.close()
    await rooms.close()
  })
  app.addHook('onClose', async () => {
    await housekeeping.stop()
    await history.close()
    await inbox.close()
    await doors.close()
    await summaries.close()
    await pdf.close()
    await docs.close()
    await log.close()
  })

  return {
    app,
    createSetUpLink: () => createSetUpLink(setUp),
    openDevSchool: () => openDevSchool(example),
  }
}
