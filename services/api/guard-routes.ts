import type { RouteOptions } from 'fastify';
import type { Access, Api } from './api.ts';
import { type AuthPorts, authenticate, authorize } from './auth.ts';

/** A route that takes longer answers 503; streams have none. */
const HANDLER_TIMEOUT_MS = 15_000;

/**
 * Lets nobody past without the scope that a route names. A route below `/v1/` that names none does
 * not start.
 */
export function guardRoutes(app: Api, ports: AuthPorts): void {
  app.decorateRequest('principal', undefined);
  app.addHook('onRoute', (route) => {
    const access = accessOf(route);
    if (access === 'open') {
      return;
    }
    route.schema = { ...route.schema, security: [{ apiKey: [...access] }] };
    if (route.config?.streams !== true) {
      route.handlerTimeout ??= HANDLER_TIMEOUT_MS;
    }
  });
  app.addHook('onRequest', async (request) => {
    const access = request.routeOptions.config.access;
    if (access === undefined || access === 'open') {
      return;
    }
    request.principal = await authenticate(ports, request.headers.authorization);
    authorize(request.principal, access);
  });
}

function accessOf({ config, url, method }: RouteOptions): Access {
  const access = config?.access;
  if (access === undefined && url.startsWith('/v1/')) {
    throw new Error(`Route ${String(method)} ${url} does not say who may call it`);
  }
  return access ?? 'open';
}
