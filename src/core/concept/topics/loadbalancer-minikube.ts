import type { Topic } from '../topic.ts';

export const loadbalancerMinikube: Topic = {
  id: 'loadbalancer-minikube',
  title: 'LoadBalancer and access on minikube',
  summary:
    'Run `minikube tunnel` in a second terminal: while it runs, LoadBalancer Services get an external IP that is reachable from your machine; without it EXTERNAL-IP stays `<pending>`.',
  body: [
    "For a NodePort Service `minikube service NAME --url` prints an address that works; with the Docker driver on macOS and Windows it keeps a tunnel open in that terminal, because the node's IP address is not reachable there. `kubectl port-forward service/NAME 8080:80` works everywhere.",
    'The tunnel may ask for a password, as it changes routes and opens ports below 1024. For host names enable the `ingress` add-on. The addresses are for your own machine, not for others in the network.',
  ],
  askedAs: [
    'loadbalancer on minikube external ip pending',
    'how do I access a service in minikube',
    'minikube tunnel',
    'minikube service url',
    'open app in minikube from browser',
  ],
  source: 'https://minikube.sigs.k8s.io/docs/handbook/accessing/',
};
