import type { ScanRequest } from '../../core/ask/request.ts';
import type { Schedule } from './schedule.ts';

/** A scan that nobody asks for, as the configuration has it. */
export interface ScheduledScan {
  /** Id of the channel that is told. */
  readonly channel: string;
  /** The default one when absent. */
  readonly cluster?: string;
  /** Each is told in a message of its own; the whole cluster when absent. */
  readonly namespaces?: readonly string[];
  readonly schedule: Schedule;
  /** Nothing is posted while nothing new is broken. */
  readonly onlyNew: boolean;
}

/** One message that is kept up to date. */
export interface ScanJob extends Omit<ScheduledScan, 'namespaces'> {
  /** The same for every replica, and in every process with this configuration. */
  readonly key: string;
  readonly request: ScanRequest;
}

export function jobsOf(scans: readonly ScheduledScan[]): readonly ScanJob[] {
  return scans.flatMap(({ namespaces, ...scan }) =>
    (namespaces ?? [undefined]).map((namespace): ScanJob => ({
      ...scan,
      key: [scan.channel, scan.cluster ?? '', namespace ?? '*'].join('/'),
      request: {
        verb: 'scan',
        ...(scan.cluster === undefined ? {} : { cluster: scan.cluster }),
        ...(namespace === undefined ? { allNamespaces: true } : { namespace }),
      },
    })),
  );
}
