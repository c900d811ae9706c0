import { pino } from 'pino';
import type { SlackLogger } from '../slack/logger.ts';

/** Tokens of Slack and JSON Web Tokens, wherever in a line they stand. Paths alone would miss those in messages. */
const secrets = /xox[abeprs]-[A-Za-z0-9-]+|xapp-[A-Za-z0-9-]+|eyJ[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+/gu;

/** One JSON line a message, on standard error; what looks like a secret is struck out of the finished line. */
export function createLogger(level: 'debug' | 'info' | 'warn' | 'error'): SlackLogger {
  const logger = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      hooks: { streamWrite: (line) => line.replaceAll(secrets, '[secret]') },
    },
    pino.destination(2),
  );
  return {
    debug: (message, fields = {}) => logger.debug(fields, message),
    info: (message, fields = {}) => logger.info(fields, message),
    warn: (message, fields = {}) => logger.warn(fields, message),
    error: (message, fields = {}) => logger.error(fields, message),
  };
}
