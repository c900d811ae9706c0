import type { Topic } from '../topic.ts';

export const nlbVsAlb: Topic = {
  id: 'nlb-vs-alb',
  title: 'Load balancers on AWS: NLB and ALB',
  summary:
    'A Service of type LoadBalancer makes a layer 4 load balancer (NLB; without the AWS Load Balancer Controller the old in-tree code makes a Classic ELB), an Ingress makes a layer 7 one (ALB) with hosts, paths and TLS.',
  body: [
    'With the AWS Load Balancer Controller set `service.beta.kubernetes.io/aws-load-balancer-type: external` and `aws-load-balancer-scheme: internet-facing` (its default is internal); `aws-load-balancer-nlb-target-type: ip` sends traffic straight to pods, `instance` through node ports. EKS Auto Mode uses the class `eks.amazonaws.com/nlb`.',
    "Take NLB for TCP, UDP, static addresses and the client's IP address; take ALB for HTTP. Several Ingresses share an ALB with the annotation `alb.ingress.kubernetes.io/group.name`.",
  ],
  askedAs: [
    'nlb or alb on eks',
    'difference between nlb and alb',
    'how do I get an nlb for my service',
    'service type loadbalancer creates classic elb',
    'aws load balancer controller',
  ],
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#loadbalancer',
};
