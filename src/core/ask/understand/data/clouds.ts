import type { Cloud } from '../../asked-facts.ts';

/**
 * Words that tell where the cluster stands, in canonical form. The first that is found counts: what is installed
 * (MetalLB, minikube) says more than where the machines are.
 */
export const cloudWords: readonly { readonly cloud: Cloud; readonly when: RegExp }[] = [
  { cloud: 'minikube', when: /\bminikube\b/ },
  { cloud: 'k3s', when: /\b(?:k3s|k3d|k3os)\b/ },
  // `kind` is a word, too: only beside words that go with the tool.
  {
    cloud: 'kind',
    when: /\b(?:kindccm|kind-control-plane|kindest|cloud-provider-kind|kindnet|sigs.k8s.io kind)\b|\b(?:on|in|using|with|into|for|installed|install|inside|my|via|local|under) kind\b(?! (?:of|: (?:deployment|service|statefulset|daemonset|pod|ingress|job|list)|deployment|service|statefulset|words?|regards))|\bkind (?:clusters?|inside-cluster|kubernetes|node|nodes|create|load|v?0\.\d+|on (?:docker|mac|my-machine|windows|linux|wsl|ubuntu)|\))|\bkind (?=, (?:how|what|which|deployed|and|i|need|no))|\( kind\b|^kind ,/,
  },
  {
    cloud: 'metallb',
    when: /(?<!\b(?:or|no|not|without|not have|before|until) (?:any )?)\bmetal ?lb\b(?! or| (?:is |was )?(?:not|missing|absent)\b)/,
  },
  {
    cloud: 'aws',
    when: /\b(?:aws|eks|amazon|ec2|nlbs?|albs?|elbs?|route ?53|elasticache|rds|us-(?:east|west)-\d|eu-(?:west|central|north)-\d|ap-(?:south|southeast|northeast)-\d)\b|amazonaws\.com\b/,
  },
  {
    cloud: 'gcp',
    when: /\b(?:gcp|gke|gce|google|cloudsql|bigquery|europe-west\d|us-central\d|autopilot)\b|googleapis\.com\b|cloud\.goog\b/,
  },
  { cloud: 'azure', when: /\b(?:azure|aks|vnet|application gateway|agic)\b|\.azure\.com\b|windows\.net\b/ },
  {
    cloud: 'none',
    when: /\b(?:bare-metal|on-premises|home ?lab|raspberry-pi|proxmox|vsphere|vmware|esxi|own (?:hardware|servers|machines|data ?center|datacentre|rack|metal|racks)|colo|our (?:own )?data ?cent(?:er|re)|in a data ?cent(?:er|re)|(?:our|my|own|hetzner|ovh|rented) dedicated servers?|dedicated servers? (?:at|from|in|without)|root server|(?:\d|two|three|four|few|some|our|my|old|own) (?:old )?(?:servers|pcs|boxes|nucs|machines) (?:under|in my|in our|at home|in the (?:office|basement|rack))|under my desk|no cloud(?: provider)?|without (?:a )?cloud(?: provider)?|not (?:a|in|on|in the|on the|on a|in a|on any|any|using a) (?:public )?cloud(?: provider)?|physical nodes|kubeadm on (?:vms?|ubuntu|our|my|bare-metal|two|three|physical|\d)|nodes are (?:vms|physical))\b/,
  },
];
