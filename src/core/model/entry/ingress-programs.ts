/** A program that serves Ingresses from inside the cluster: how its IngressClass, its pods and its image are called. */
export interface IngressProgram {
  readonly controller: string;
  /** The value of app.kubernetes.io/name that its Helm chart sets. */
  readonly appName: string;
  readonly image: RegExp;
}

export const ingressPrograms: readonly IngressProgram[] = [
  {
    controller: 'k8s.io/ingress-nginx',
    appName: 'ingress-nginx',
    image: /ingress-nginx\/controller|nginx-ingress-controller/u,
  },
  { controller: 'nginx.org/ingress-controller', appName: 'nginx-ingress', image: /nginx\/nginx-ingress|nginx-ic\//u },
  { controller: 'traefik.io/ingress-controller', appName: 'traefik', image: /(?:^|\/)traefik\b/u },
  {
    controller: 'ingress-controllers.konghq.com/kong',
    appName: 'kong',
    image: /kong\/(?:kubernetes-ingress-controller|kong)/u,
  },
  { controller: 'haproxy-ingress.github.io/controller', appName: 'haproxy-ingress', image: /haproxy-ingress/u },
  { controller: 'haproxy.org/ingress-controller', appName: 'kubernetes-ingress', image: /haproxytech\/kubernetes-ingress/u },
  {
    controller: 'projectcontour.io/ingress-controller',
    appName: 'contour',
    image: /projectcontour\/contour|bitnami\/contour/u,
  },
];
