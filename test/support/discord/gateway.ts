/** The loopback gateway: hello, identify, resume with replay, heartbeats, and every way in which it can fail. */
import type { Server } from "node:http";
import { type WebSocket, WebSocketServer } from "ws";
import type { World } from "./server-state.ts";

const PRIVILEGED_INTENTS = (1 << 1) | (1 << 8) | (1 << 15);

interface Session {
  readonly id: string;
  readonly shard: number;
  socket: WebSocket | undefined;
  sequence: number;
  readonly sent: { readonly s: number; readonly frame: string }[];
}

export interface Gateway {
  /** Sends an event to the live sessions, and keeps it for those that will resume. */
  dispatch(type: string, data: unknown): void;
  /** Events go to the sessions of this shard from now on; at first to those of 0. */
  towards(shard: number): void;
  /** Sends text as it is, JSON or not. */
  raw(text: string): void;
  /** Closes every connection: with a code, or by cutting it when there is none. */
  drop(code?: number): void;
  /** The next identify is closed with this code. */
  refuseIdentify(code: number | undefined): void;
  /** Resumes get "invalid session". */
  refuseResume(refuse: boolean): void;
  readonly identifies: {
    readonly token: string;
    readonly intents: number;
    readonly shard: readonly number[];
    readonly presence: unknown;
  }[];
  readonly resumes: { readonly accepted: boolean }[];
  readonly connected: number;
  /** Heartbeats are wanted often and not acknowledged: connections made now only seem to be. */
  ignoreHeartbeats(ignore: boolean): void;
  /** Servers are announced but do not come. */
  withholdGuilds(withhold: boolean): void;
  /** Connections are answered with 503. */
  refuseConnections(refuse: boolean): void;
  /** Sends each event twice, as a gateway that replays does. */
  repeat(twice: boolean): void;
  close(): void;
}

export function createGateway(server: Server, world: World, url: () => string): Gateway {
  const sockets = new WebSocketServer({ noServer: true });
  const sessions = new Map<string, Session>();
  const identifies: { token: string; intents: number; shard: number[]; presence: unknown }[] = [];
  const resumes: { accepted: boolean }[] = [];
  let identifyCode: number | undefined;
  let resumeRefused = false;
  let twice = false;
  let towards = 0;
  let withheld = false;
  let busy = false;
  let deaf = false;
  const deafened = new WeakSet<WebSocket>();

  server.on("upgrade", (request, socket, head) => {
    socket.on("error", () => {});
    if (busy) {
      socket.end("HTTP/1.1 503 Service Unavailable\r\nconnection: close\r\n\r\n");
      return;
    }
    sockets.handleUpgrade(request, socket, head, (ws) => welcome(ws));
  });

  const send = (ws: WebSocket, payload: unknown): void => ws.send(JSON.stringify(payload));

  function welcome(ws: WebSocket): void {
    if (deaf) deafened.add(ws);
    ws.on("error", () => {});
    ws.on("close", () => {
      for (const session of sessions.values()) if (session.socket === ws) session.socket = undefined;
    });
    ws.on("message", (data) => receive(ws, JSON.parse(String(data)) as { op: number; d: never }));
    send(ws, { op: 10, d: { heartbeat_interval: deaf ? 100 : 30_000 }, s: null, t: null });
  }

  function receive(ws: WebSocket, frame: { op: number; d: never }): void {
    if (frame.op === 1) {
      if (!deafened.has(ws)) send(ws, { op: 11 });
    } else if (frame.op === 2) identify(ws, frame.d);
    else if (frame.op === 6) resume(ws, frame.d);
  }

  function identify(
    ws: WebSocket,
    d: { token: string; intents: number; shard?: [number, number]; presence?: unknown },
  ): void {
    identifies.push({ token: d.token, intents: d.intents, shard: d.shard ?? [0, 1], presence: d.presence });
    // The application has no privileged intent switched on.
    const privileged = (d.intents & PRIVILEGED_INTENTS) !== 0;
    const refusal = identifyCode ?? (d.token !== world.token ? 4004 : privileged ? 4014 : undefined);
    if (refusal !== undefined) {
      ws.close(refusal);
      return;
    }
    const session: Session = {
      id: world.snowflake(),
      shard: d.shard?.[0] ?? 0,
      socket: ws,
      sequence: 0,
      sent: [],
    };
    sessions.set(session.id, session);
    deliver(session, "READY", {
      v: 10,
      user: { id: world.botId, username: "isnad", discriminator: "0000", avatar: null, bot: true },
      guilds: [{ id: world.guildId, unavailable: true }],
      session_id: session.id,
      resume_gateway_url: url(),
      application: { id: world.applicationId, flags: 0 },
      shard: d.shard ?? [0, 1],
    });
    if (!withheld) deliver(session, "GUILD_CREATE", guild(world));
  }

  function resume(ws: WebSocket, d: { token: string; session_id: string; seq: number }): void {
    const session = sessions.get(d.session_id);
    const accepted = session !== undefined && d.token === world.token && !resumeRefused;
    resumes.push({ accepted });
    if (!accepted) {
      send(ws, { op: 9, d: false });
      return;
    }
    session.socket = ws;
    for (const { s, frame } of session.sent) if (s > d.seq) ws.send(frame);
    deliver(session, "RESUMED", {});
  }

  function deliver(session: Session, type: string, data: unknown): void {
    session.sequence += 1;
    const frame = JSON.stringify({ op: 0, t: type, s: session.sequence, d: data });
    session.sent.push({ s: session.sequence, frame });
    session.socket?.send(frame);
    if (twice && type !== "READY" && type !== "RESUMED") session.socket?.send(frame);
  }

  const live = (): WebSocket[] => [...sockets.clients].filter((ws) => ws.readyState === ws.OPEN);

  return {
    dispatch(type, data) {
      for (const session of sessions.values()) if (session.shard === towards) deliver(session, type, data);
    },
    towards: (shard) => {
      towards = shard;
    },
    raw: (text) => {
      for (const ws of live()) ws.send(text);
    },
    drop: (code) => {
      for (const ws of live()) code === undefined ? ws.terminate() : ws.close(code);
    },
    refuseIdentify: (code) => {
      identifyCode = code;
    },
    refuseResume: (refuse) => {
      resumeRefused = refuse;
      // A session whose resume is refused is gone: nothing is kept for it any longer.
      if (refuse) sessions.clear();
    },
    identifies,
    resumes,
    get connected() {
      return [...sessions.values()].filter((session) => session.socket !== undefined).length;
    },
    ignoreHeartbeats: (ignore) => {
      deaf = ignore;
    },
    withholdGuilds: (withhold) => {
      withheld = withhold;
    },
    refuseConnections: (refuse) => {
      busy = refuse;
    },
    repeat: (on) => {
      twice = on;
    },
    close: () => {
      for (const ws of sockets.clients) ws.terminate();
      sockets.close();
    },
  };
}

/** A server with a text channel; threads are unknown to the client until something happens in them. */
function guild(world: World): object {
  return {
    id: world.guildId,
    name: "Caspian",
    owner_id: "1",
    roles: [
      {
        id: world.guildId,
        name: "@everyone",
        permissions: "0",
        color: 0,
        hoist: false,
        position: 0,
        managed: false,
        mentionable: false,
      },
    ],
    emojis: [],
    stickers: [],
    features: [],
    member_count: 3,
    large: false,
    unavailable: false,
    members: [],
    presences: [],
    voice_states: [],
    threads: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
    channels: [
      {
        id: world.channelId,
        type: 0,
        name: "general",
        position: 0,
        permission_overwrites: [],
        parent_id: null,
      },
    ],
    preferred_locale: "en-US",
  };
}
