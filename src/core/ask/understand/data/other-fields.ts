import { word } from '../text/message.ts';

/**
 * Other fields that share words with Services. `when` is matched against the canonical text; a message is declined when
 * one is found and its question is not about a Kubernetes Service (see intent/rules-other.ts for the weights).
 */
export const otherFields: readonly {
  readonly field: string;
  readonly when: RegExp;
  readonly weight: number;
  /** A subject of Kubernetes, but not this one. */
  readonly inKubernetes?: true;
}[] = [
  {
    field: 'instructions to the assistant',
    weight: 12,
    when: word([
      '(ignore|forget|disregard|override) (all |any |your |the |my |everything )*(previous|prior|above|earlier|instructions?|rules|before)',
      'you are (now )?a (?!k|service)',
      'system prompt',
      'pretend (to be|you|that)',
      'jailbreak|developer mode',
      'act as (a|an|my|if)',
      'role ?play|reveal your',
    ]),
  },
  {
    field: 'Docker Compose and Swarm',
    weight: 8,
    when: word([
      'docker[- ]compose',
      'compose (file|service|stack|yaml)',
      '(docker )?swarm',
      'docker (service|network|run|build|daemon|image|container|hub)',
      'podman',
    ]),
  },
  {
    field: 'systemd',
    weight: 8,
    when: word(String.raw`systemd|systemctl|unit file|journalctl|init\.d|windows service`),
  },
  {
    field: 'AWS services',
    weight: 8,
    when: word([
      'ecs (service|task|fargate)',
      'fargate(?!.*eks)',
      'lambda|s3 bucket',
      'iam (role|policy|user)',
      'cloudformation|dynamodb|app runner|elastic beanstalk|cloud run|cloud functions?|app service',
      'service bus|service principals?',
    ]),
  },
  {
    field: 'access control',
    inKubernetes: true,
    weight: 9,
    when: word([
      'rbac',
      '(admin|root|access) rights',
      'service ?accounts?|serviceaccounts?',
      '(cluster)?rolebindings?',
      'clusterroles?',
      'permissions? (to|for)',
      'kubeconfig (for|file)',
      'sso|oidc',
    ]),
  },
  {
    field: 'Secrets and ConfigMaps',
    inKubernetes: true,
    weight: 9,
    when: word([
      '(show|print|dump|read|give|list|decode|get|see|rotate|send|tell|reveal)( me)?( all| the| my| our| its| every)*( kubernetes| database)* (secrets?|passwords?|tokens?|credentials|api keys?)',
      'secrets? (in|of|from|for)',
      'configmaps?|sealed ?secrets?',
      // Pods find Services by environment variables, too.
      'env(ironment)? vars?(?! (or|vs|and) dns)(?! (of|for) (the |a )?service)',
      'vault (secret|token)',
      'password (for|of)',
    ]),
  },
  {
    field: 'changes to the cluster',
    inKubernetes: true,
    weight: 9,
    when: word([
      '^(please |can you |could you |hey |hi |, |go |just |now )*(set (the )?(replicas|image|limits|memory)|update (the |my )?(image|deployment|pod|chart|version)|delete|remove|scale|restart|rollback|roll back|reboot|kill|drain|cordon|upgrade|apply|deploy|redeploy|install|patch|edit|uninstall|approve|rollout|bounce|terminate|bump|increase|merge|push)',
      '(create|add|make|write|new) (me )?(a |an |the |new )*(namespace|networkpolicy|user|cluster|node|role|deployment|pod|cronjob|job|statefulset|daemonset|configmap|hpa|secret)( (called|named|that|which|for|with|to|in|blocking)|$)',
      'how (do|can|to) (i |we )?(write|create|add) (a |an )?(namespace|networkpolicy|user|role|deployment|cronjob|job|hpa|pod)',
    ]),
  },
  {
    field: 'storage',
    inKubernetes: true,
    weight: 8,
    when: word(
      '(pvcs?|persistent ?volumes?( claims?)?|persistentvolumeclaims?|storage ?class(es)?|volume mounts?|disk (space|full)|csi driver|nfs provisioner)',
    ),
  },
  {
    field: 'scheduling and capacity',
    inKubernetes: true,
    weight: 8,
    when: word(
      '(oom ?killed|crash ?loop ?back ?off|image ?pull ?back ?off|errimagepull|taints?|tolerations?|node ?affinity|resource (quota|limits?|requests?)|cpu (limit|limits|request|requests|throttling|usage)|memory (limit|limits|leak|usage)|hpa|autoscal(er|ing)|karpenter|vpa|node pool|schedul(e|es|ed|ing) <2>pods?|schedulers?|evicted|instance types?|node pools?|pods? (is |are )?(stuck |always )?(in )?(terminating|evicted|unschedulable|crashing)|node (is )?(not ?ready|cordoned)|pod priority|init container|liveness probe)',
    ),
  },
  {
    field: 'builds and releases',
    inKubernetes: true,
    weight: 8,
    when: word(
      '(ci/cd|ci / cd|jenkinsfile|github (actions?|workflow)|gitlab ci|terraform|ansible|helm (upgrade|install|rollback|template|lint|release)|helmfile|kustomize|dockerfile|npm install|maven|gradle|git (push|pull|merge|rebase|commit)|pull request|argo ?cd sync)',
    ),
  },
  {
    field: 'backups and databases',
    inKubernetes: true,
    weight: 7,
    when: word(
      String.raw`shell access|exec into|kubectl exec|ssh into|shell into|(backup|backups|restore|velero|sql query|slow query|schema migration|create table|select \*|vacuum)`,
    ),
  },
  {
    field: 'installation and upgrades of clusters',
    inKubernetes: true,
    weight: 7,
    when: word(
      '(kubeadm (init|join|upgrade|reset)|upgrade (the |our |my )?(cluster|kubernetes|control plane|nodes)|join (a |the )?node|etcd (backup|snapshot|restore)|certificate (renewal|rotation)|kubelet (not|is|certificate|fails))',
    ),
  },
  {
    field: 'programming',
    weight: 7,
    when: word(
      '(regex|python (script|function|code)|write (me )?(a |some )?(python|java|javascript|typescript|bash|go|rust|sql|poem|song|story|essay|haiku|email|code|function|script)|java code|react component|css|leetcode|null ?pointer|stack trace|unit tests?|sort an? array|fibonacci|spring bean|angular service|restful design)',
    ),
  },
  {
    field: 'everyday matters',
    weight: 9,
    when: word(
      String.raw`(joke|jokes|weather|pizza|lunch|dinner|coffee|recipe|football|soccer|movie|movies|song|poem|haiku|birthday|holiday|vacation|president|stock price|bitcoin|crypto|salary|translate (this|to|into|the following)|horoscope|meaning of life|who won|capital of|flight|hotel|restaurant|meeting room|book a (room|meeting|flight|table)|pto|sick leave|standup|\d+ ?[*x+] ?\d+|customer service|room service|self[- ]service|tell me a story|sing|dating)`,
    ),
  },
  {
    field: 'prices',
    weight: 5,
    when: word('(how much (does|do|is)|price of|pricing|cost of|monthly bill|invoice|licen[cs]e)'),
  },
  {
    field: 'monitoring and logging',
    inKubernetes: true,
    weight: 6,
    when: word(
      '(grafana dashboard for|create (a |an )?(dashboard|alert)|alert rule|promql|log retention|(log lines|logs?) (of|from|for) (the |my )?(pod|container)|tail (the )?logs|datadog|splunk|sentry)',
    ),
  },
  {
    field: 'machines and networks',
    weight: 6,
    when: word(
      '(my vpn|vpn client|outlook|excel|jira|confluence|slack (channel|app|bot)|zoom|monitor|keyboard|iphone|android phone|windows update|password reset|ssh key|virtualbox|vmware (workstation|fusion))',
    ),
  },
];
