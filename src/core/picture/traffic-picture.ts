/**
 * ok: traffic flows · broken: it ends here · dropped: it gets none (left out, or something before it is broken) ·
 * unknown: could not be read.
 */
export type PictureState = 'ok' | 'broken' | 'dropped' | 'unknown';

/** One box. Words come from the cluster as they are: a renderer cleans, cuts and escapes them. */
export interface PictureNode {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly string[];
  readonly state: PictureState;
  /** Clients and what they enter by stand in one column; 0 is the leftmost. Absent after the ways have met. */
  readonly way?: number;
}

/** A pod, or several in one state at one place. */
export interface PodsNode extends PictureNode {
  readonly count: number;
  /** '' where no zone is known. */
  readonly zone: string;
}

export interface PictureStage {
  readonly kind: 'client' | 'entry' | 'service' | 'endpoints' | 'outside';
  readonly nodes: readonly PictureNode[];
}

export interface PictureEdge {
  readonly from: string;
  /** The id of a node, or `pods` for all of them. */
  readonly to: string;
  /** impaired: traffic flows, but not all of it or not well. */
  readonly state: PictureState | 'impaired';
  /** Why it is broken or impaired, in a sentence. */
  readonly cause?: string;
}

/** The path of the traffic to one Service, from the clients at the top to the pods. Pure data for any drawing. */
export interface TrafficPicture {
  readonly title: string;
  /** How much is behind the Service: `3 of 3 pods are usable endpoints`. Not a word on the way there. */
  readonly summary: string;
  /** A root cause that lies on no hop of the path. */
  readonly beside?: string;
  readonly stages: readonly PictureStage[];
  /** Absent for an ExternalName Service. */
  readonly pods?: readonly PodsNode[];
  readonly edges: readonly PictureEdge[];
}

/** The `to` of the edge that leads to the pods. */
export const PODS = 'pods';
