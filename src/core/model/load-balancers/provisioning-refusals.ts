/** What a cloud's message is about, and what a person does about it. */
export interface Refusal {
  readonly sort: string;
  readonly advice: string;
}

// Google answers 403 for a used up quota too.
const refusals: readonly (readonly [RegExp, Refusal])[] = [
  [
    /access ?denied|unauthori[sz]ed|authorization ?failed|not authorized|forbidden|permission|\b403\b(?!.*quota.{0,60}exceed)|LinkedAuthorizationFailed/iu,
    {
      sort: 'a missing permission',
      advice: 'Give the role or identity of the load balancer controller the permission that the message names',
    },
  ],
  [
    /TooMany(?:LoadBalancers|TargetGroups|\w*)|quota|limit ?(?:is |was |has been )?(?:exceeded|reached)|LimitExceeded|PublicIPCountLimitReached|LimitReached/iu,
    {
      sort: 'a quota of the cloud that is used up',
      advice: 'Raise the quota, or delete load balancers and addresses that nobody uses',
    },
  ],
  [
    /security ?group/iu,
    {
      sort: 'the security groups',
      advice:
        'Leave the tag kubernetes.io/cluster/CLUSTER on one security group of each node only, or name the security groups in the annotation',
    },
  ],
  [
    /no available nodes|no (?:healthy|ready) (?:nodes|instances)/iu,
    {
      sort: 'no node that could take the traffic',
      advice: 'Look at the nodes: they must be ready and not excluded from load balancers',
    },
  ],
  [
    /subnet/iu,
    {
      sort: 'the subnets',
      advice:
        'Tag the subnets: kubernetes.io/role/elb=1 for public, kubernetes.io/role/internal-elb=1 for internal load balancers (on AWS), or name existing ones in the annotation',
    },
  ],
  [
    /(?:ip|address|eip|allocation|frontend).{0,80}(?:in use|already|not found|does not exist|not (?:in|available|allowed)|invalid|another)|resource group|different region/iu,
    {
      sort: 'the requested address',
      advice: 'Request an address that exists in this region and resource group and is free, or drop the request',
    },
  ],
  [/certificate/iu, { sort: 'the certificate', advice: 'Correct the certificate that the annotation names' }],
  [
    /annotation|unsupported|not supported|invalid/iu,
    { sort: 'a setting of the Service', advice: 'Correct the annotation or field that the message names' },
  ],
];

/** Sorts the message of a failed load balancer. */
export function refusalOf(message: string): Refusal {
  return (
    refusals.find(([pattern]) => pattern.test(message))?.[1] ?? {
      sort: 'a reason of its own',
      advice: 'Do what the message says',
    }
  );
}
