import { pino, type DestinationStream } from 'pino';
import { printableJson, redact } from '../core/redact/redact.ts';
import type { SlackLogger } from '../slack/logger.ts';

interface LoggerOptions {
  /** Names the request whose work writes the line. */
  readonly requestId?: () => string | undefined;
  /** Standard error by default. */
  readonly to?: DestinationStream;
}

/** Names under which nothing but a secret stands, up to two levels deep. What stands elsewhere is found by its shape. */
const secretFields = ['token', 'authorization', 'password', 'secret', 'signingSecret', 'cookie', 'headers', 'body'];
const paths = secretFields.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);

/**
 * One line of printable JSON a message, on standard error. What looks like a secret is struck out of the finished line, as paths
 * alone would miss those in messages. With `requestId` all lines of one request can be found.
 */
export function createLogger(level: 'debug' | 'info' | 'warn' | 'error', { requestId, to }: LoggerOptions = {}): SlackLogger {
  const logger = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths, censor: '[secret]' },
      formatters: { level: (label) => ({ level: label }) },
      mixin: () => {
        const id = requestId?.();
        return id === undefined ? {} : { requestId: id };
      },
      hooks: { streamWrite: (line) => printableJson(redact(line)) },
    },
    to ?? pino.destination(2),
  );
  return {
    debug: (message, fields = {}) => logger.debug(fields, message),
    info: (message, fields = {}) => logger.info(fields, message),
    warn: (message, fields = {}) => logger.warn(fields, message),
    error: (message, fields = {}) => logger.error(fields, message),
  };
}
