/** The part of SARIF 2.1.0 that is written here. Source: docs.oasis-open.org/sarif/sarif/v2.1.0/ */
export interface SarifLog {
  readonly $schema: string;
  readonly version: '2.1.0';
  readonly runs: readonly SarifRun[];
}

export interface SarifRun {
  readonly tool: { readonly driver: { readonly name: string; readonly version: string; readonly rules: readonly SarifRule[] } };
  readonly invocations: readonly SarifInvocation[];
  readonly logicalLocations: readonly SarifLogicalLocation[];
  readonly results: readonly SarifResult[];
  readonly properties: { readonly cluster?: string; readonly headline: string };
}

export type SarifLevel = 'error' | 'warning' | 'note';
export interface SarifMessage {
  readonly text: string;
}

export interface SarifRule {
  readonly id: string;
  readonly shortDescription: SarifMessage;
  readonly fullDescription?: SarifMessage;
  readonly helpUri?: string;
  readonly defaultConfiguration: { readonly level: SarifLevel };
  readonly properties?: { readonly tags: readonly string[] };
}

export interface SarifInvocation {
  readonly executionSuccessful: boolean;
  readonly endTimeUtc?: string;
  /** What could not be checked, or why nothing was. */
  readonly toolExecutionNotifications: readonly {
    readonly level: SarifLevel;
    readonly message: SarifMessage;
  }[];
}

export interface SarifLogicalLocation {
  readonly name: string;
  readonly fullyQualifiedName: string;
  readonly kind: 'namespace' | 'resource';
  /** Its own place among the run's logical locations, and that of its namespace. */
  readonly index: number;
  readonly parentIndex?: number;
}

export interface SarifLocation {
  readonly logicalLocations: readonly [SarifLogicalLocation];
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string };
    readonly region: { readonly startLine: number };
  };
}

export interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: SarifLevel;
  readonly message: SarifMessage;
  readonly locations: readonly [SarifLocation];
  /** By these a later run knows the result again. */
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly baselineState?: 'new' | 'unchanged' | 'absent';
  /** Empty when it is not suppressed: all results of a run have it or none. */
  readonly suppressions: readonly {
    readonly kind: 'inSource' | 'external';
    readonly status: 'accepted';
    readonly justification?: string;
  }[];
  readonly properties: Readonly<Record<string, unknown>>;
}
