/** Messages of the length and kind that people type, for timing only. */
export const messages: readonly string[] = [
  'how do I expose postgres to other namespaces? it is a statefulset on 5432',
  'why is checkout in shop down since the deploy? curl says connection refused',
  'what does clusterIP: None mean and when do I need it',
  'NAME TYPE CLUSTER-IP EXTERNAL-IP PORT(S) AGE\nweb LoadBalancer 10.96.0.7 <pending> 80:31234/TCP 5m\nwhy pending on bare metal?',
  'make me a manifest for an internal load balancer in front of ledger 443->8443 on eks, no public endpoint please',
  'wie mache ich meinen Service von außen erreichbar? kein Loadbalancer vorhanden',
  'list services in namespace monitoring',
  'tried NodePort, does not work behind our firewall, must not be reachable from the internet',
];
