// The programmable interface on the desk listener: commands and views over HTTP with the installation's token. Same door, same answers.
import type { FastifyInstance } from 'fastify';
import * as z from 'zod/mini';
import { sameHex } from '../../shared/contract/channel.ts';
import { COMMANDS, LISTENERS, VIEWS } from '../../shared/contract/table.ts';
import { idField } from '../../shared/kernel/fields.ts';
import type { ViewContext } from '../application/views/context.ts';
import type { Topic } from '../application/views/topics.ts';
import type { House } from './messages.ts';

export interface ApiParts { readonly house: House; readonly token: string; readonly context: () => ViewContext; readonly topics: Readonly<Record<string, Topic>> }
/** The token is the desk's: what a locked desk does not show or take, a program does not get either. */
const deskLocked = { ok: false, code: 'deskLocked', details: {} } as const;
const body = z.object({ id: idField, name: z.string(), input: z.unknown() });

/** `POST /api/command` {id, name, input}; `GET /api/view/<topic>?…`; `GET /api` lists names, roles and JSON Schemas. */
export const programInterface = (app: FastifyInstance, parts: ApiParts): void => {
  const mayEnter = (authorization: string | undefined): boolean => authorization !== undefined && sameHex(authorization, `Bearer ${parts.token}`);
  // By the route that was found, not by the address as it was spelled: /%61pi is /api to the router.
  app.addHook('onRequest', async (request, reply) => {
    if (request.routeOptions.url?.startsWith('/api') === true && !mayEnter(request.headers.authorization)) return reply.code(401).send({ ok: false, code: 'notAllowed', details: {} });
  });
  app.post('/api/command', async (request) => {
    const parsed = body.safeParse(request.body);
    if (!parsed.success) return { ok: false, code: 'badInput', details: { where: 'command' } };
    if (parts.house.deskLocked() && parsed.data.name !== 'desk.unlock') return deskLocked;
    const actor = { role: 'host', subject: 'host', device: 'api' } as const;
    const entry = COMMANDS.get(parsed.data.name);
    const sent = { id: parsed.data.id, name: parsed.data.name, epoch: parts.house.epoch, listener: 'desk', actor } as const;
    if (entry?.area !== 'local') return parts.house.submit({ ...sent, input: parsed.data.input });
    const input = entry.input.safeParse(parsed.data.input);
    return input.success ? parts.house.submitLocal({ ...sent, input: input.data }) : { ok: false, code: 'badInput', details: { where: parsed.data.name } };
  });
  app.get('/api/view/:topic', async (request, reply) => {
    const name = (request.params as { topic: string }).topic;
    const view = VIEWS.get(name);
    const params = view?.params.safeParse(request.query);
    const topic = parts.topics[name];
    if (view === undefined || topic === undefined || !view.roles.some((role) => role === 'host' || role === 'screen')) return reply.code(404).send({ ok: false, code: 'unknownView', details: { name } });
    if (parts.house.deskLocked() && name !== 'home' && !view.roles.includes('screen')) return reply.code(403).send(deskLocked);
    if (params === undefined || !params.success) return reply.code(400).send({ ok: false, code: 'badInput', details: { where: name } });
    return { epoch: parts.house.epoch, data: topic.make(parts.context(), params.data, { meeting: '', subject: '' }) };
  });
  app.get('/api', async () => ({
    listeners: LISTENERS,
    commands: [...COMMANDS.values()].map(({ name, roles, input }) => ({ name, roles, input: z.toJSONSchema(input, { unrepresentable: 'any', io: 'input' }) })),
    views: [...VIEWS.values()].map(({ name, roles, params, data }) => ({ name, roles, params: z.toJSONSchema(params, { unrepresentable: 'any' }), data: z.toJSONSchema(data, { unrepresentable: 'any' }) })),
  }));
};
