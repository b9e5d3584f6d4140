/**
 * What checks a route's requests and writes its answers is made from its contract when it is first
 * used: for all routes together that takes longer than all else that the program does at its start.
 */
import { SerializerSelector } from '@fastify/fast-json-stringify-compiler'
import { TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'

/** Call before any route is added. */
export function compileWhenUsed(app: FastifyInstance): void {
  const serializerFor = SerializerSelector()({}, {})
  app.setValidatorCompiler((route) => whenUsed(() => TypeBoxValidatorCompiler(route)))
  app.setSerializerCompiler(({ httpStatus = '', ...route }) =>
    whenUsed(() => serializerFor({ ...route, httpStatus })),
  )
}

function whenUsed<Input, Output>(make: () => (input: Input) => Output): (input: Input) => Output {
  let made: ((input: Input) => Output) | null = null
  return (input) => (made ??= make())(input)
}
