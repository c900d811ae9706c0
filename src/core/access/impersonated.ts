/** A person as the API server knows them: it decides what they may read. */
export interface Impersonated {
  readonly user: string;
  readonly groups: readonly string[];
}
