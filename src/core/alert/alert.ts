/** What a message of a monitoring product says, with the markup of its chat undone (bold and code marks may be left). */
export interface AlertContent {
  /** Names under which it was posted: user name, app, footers. */
  readonly senders: readonly string[];
  /** What stands out: headers, titles, the first words. */
  readonly titles: readonly string[];
  /** Further texts, each with its lines. */
  readonly sections: readonly string[];
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  readonly links: readonly string[];
  /** `danger`, `good` or `#rrggbb`. */
  readonly colors: readonly string[];
}

export type AlertSource =
  | 'Alertmanager'
  | 'Grafana'
  | 'PagerDuty'
  | 'Opsgenie'
  | 'Datadog'
  | 'Robusta'
  | 'Botkube'
  | 'Komodor'
  | 'other';

export type AlertStatus = 'firing' | 'resolved' | 'unknown';

/** `Name` is a name whose kind is not told (`app`, `job`): a Service or a workload. */
export type CandidateKind =
  | 'Service'
  | 'Ingress'
  | 'HTTPRoute'
  | 'Deployment'
  | 'StatefulSet'
  | 'DaemonSet'
  | 'ReplicaSet'
  | 'Workload'
  | 'HorizontalPodAutoscaler'
  | 'Pod'
  | 'Name';

export interface Candidate {
  readonly kind: CandidateKind;
  readonly name: string;
  readonly namespace?: string;
}

/** What one alert of the message is about: the objects that it names, the one that tells most first. */
export interface AlertSubject {
  readonly status: AlertStatus;
  readonly candidates: readonly Candidate[];
}

export interface Alert {
  readonly source: AlertSource;
  readonly status: AlertStatus;
  /** The rule's name, or the title without what changes from message to message. */
  readonly name: string;
  /**
   * What makes it the same alert as an earlier message, whatever the time, the values, the pods' random suffixes and the
   * number of others in its group. Two messages with one in common are about the same.
   */
  readonly identities: readonly string[];
  /** As the monitoring names it, which need not be the name of a kubeconfig context. */
  readonly cluster?: string;
  /** The firing ones first. */
  readonly subjects: readonly AlertSubject[];
  /** Label values without their names, as Alertmanager's own title has them: which is the namespace, the cluster tells. */
  readonly words: readonly string[];
}
