import type { Logger } from "pino";
import { z } from "zod";
import { sleep } from "../service/backoff.ts";
import type { ApiClient } from "./api-client.ts";

/** ms between two looks: a webhook that another program took is missed for no longer. */
const EVERY = 30_000;

/** https://core.telegram.org/bots/api#webhookinfo */
const WebhookInfo = z.looseObject({
  url: z.string(),
  pending_update_count: z.int().optional(),
  last_error_date: z.int().optional(),
});

interface Needs {
  readonly calls: ApiClient;
  readonly log: Logger;
  /** Where Telegram is to deliver; nowhere where we poll. */
  readonly url: string | undefined;
  /** Says anew how updates shall come. */
  readonly choose: () => Promise<boolean>;
  readonly every?: number;
}

/** Whether updates still come to us: whoever has the token can set a webhook, or take it away, and nobody is told. */
export interface DeliveryWatch {
  /** Why no updates come, as far as it is known. */
  readonly fault: string | undefined;
  /** Looks once, and sets right what is wrong. */
  look(): Promise<void>;
  /** Looks now and then until the end. */
  run(signal: AbortSignal): Promise<void>;
}

export function createDeliveryWatch({ calls, log, url, choose, every = EVERY }: Needs): DeliveryWatch {
  let fault: string | undefined;
  let failedBefore = 0;

  async function look(): Promise<void> {
    const answer = await calls.call<unknown>("getWebhookInfo", {}, { patience: every });
    const info = WebhookInfo.safeParse(answer.ok ? answer.result : undefined);
    if (!info.success) {
      // A server of one's own may lack the method: then nothing is known, and nothing is wrong
      const lacking = !answer.ok && answer.fault.kind === "refused";
      fault = lacking ? undefined : "Telegram does not say where it delivers";
      return;
    }
    if (info.data.url !== (url ?? "")) {
      log.warn(
        url === undefined
          ? "another program has set a webhook for this token: it is removed, so that polling goes on"
          : "another program has changed the webhook of this token: it is set again",
      );
      fault = (await choose()) ? undefined : "the webhook of this token is another program's";
      return;
    }
    const { last_error_date: failed = 0, pending_update_count: pending = 0 } = info.data;
    // Only a failure since the last look, with updates still waiting, counts
    const failing = url !== undefined && failed > failedBefore && failedBefore > 0 && pending > 0;
    if (failing && fault === undefined) log.warn({ pending }, "Telegram cannot deliver to the webhook");
    fault = failing ? "Telegram cannot deliver to the webhook" : undefined;
    failedBefore = Math.max(failed, failedBefore, 1);
  }

  return {
    get fault() {
      return fault;
    },
    look,
    async run(signal) {
      while (await sleep(every, signal)) await look();
    },
  };
}
