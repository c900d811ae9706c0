import { LogLevel, type Logger } from '@slack/bolt';
import { redact } from '../core/redact/redact.ts';
import type { SlackLogger } from './logger.ts';

/** Hands what Bolt and its clients log to our log, without tokens and without the objects they add (bodies, headers). */
export function toBoltLogger(log: SlackLogger): Logger {
  const words = (all: readonly unknown[]) =>
    redact(all.flatMap((one) => (typeof one === 'string' ? [one] : one instanceof Error ? [one.message] : [])).join(' '));
  return {
    // At this level Bolt and its clients log whole requests, with what people wrote.
    debug: () => undefined,
    info: (...all) => log.info(words(all)),
    warn: (...all) => log.warn(words(all)),
    error: (...all) => log.error(words(all)),
    setLevel: () => undefined,
    // Bolt asks for the level to decide how its own clients log; what is shown is decided by our log.
    getLevel: () => LogLevel.INFO,
    setName: () => undefined,
  };
}
