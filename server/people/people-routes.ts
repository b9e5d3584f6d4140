/** The routes about people that only need each other's stores: members, settings, sessions. */
import type { FastifyPluginAsync } from 'fastify'
import { type MemberRouteDeps, memberRoute } from './member-route.ts'
import { type SessionRouteDeps, sessionRoute } from './session-route.ts'
import { type SettingsRouteDeps, settingsRoute } from './settings-route.ts'

export interface PeopleRoutesDeps extends Omit<SessionRouteDeps, 'store'> {
  readonly people: SessionRouteDeps['store']
  readonly members: MemberRouteDeps['store']
  readonly settings: SettingsRouteDeps['store']
  readonly rightsChanged: MemberRouteDeps['rightsChanged']
}

export function peopleRoutes(deps: PeopleRoutesDeps): FastifyPluginAsync {
  return async (app) => {
    await app.register(memberRoute({ ...deps, store: deps.members }))
    await app.register(settingsRoute({ ...deps, store: deps.settings }))
    await app.register(sessionRoute({ ...deps, store: deps.people }))
  }
}
