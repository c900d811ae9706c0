/** A small shop on AWS: a Deployment with two Services, a StatefulSet, a bare pod, a second namespace. */
export const shop = `
apiVersion: v1
kind: Node
metadata: { name: ip-10-0-0-1 }
spec: { providerID: "aws:///eu-west-1a/i-0abc" }
---
apiVersion: networking.k8s.io/v1
kind: IngressClass
metadata: { name: alb, annotations: { ingressclass.kubernetes.io/is-default-class: "true" } }
spec: { controller: ingress.k8s.aws/alb }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  replicas: 2
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web, version: "3" } }
    spec:
      containers:
      - name: web
        image: web:3
        ports: [{ name: http, containerPort: 8080 }, { name: metrics, containerPort: 9102 }]
---
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: kafka, namespace: shop }
spec:
  replicas: 3
  serviceName: kafka-peers
  selector: { matchLabels: { app: kafka } }
  template:
    metadata: { labels: { app: kafka } }
    spec:
      containers: [{ name: kafka, image: kafka:4, ports: [{ containerPort: 9092 }] }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: staging }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: web:4 }] }
---
apiVersion: v1
kind: Pod
metadata: { name: tool, namespace: shop, labels: { run: tool } }
spec: { containers: [{ name: tool, image: tool:1, ports: [{ containerPort: 53, protocol: UDP }] }] }
---
apiVersion: v1
kind: Service
metadata: { name: frontend, namespace: shop }
spec: { selector: { app: web }, clusterIP: 10.0.0.9, ports: [{ port: 80, targetPort: http }] }
`;
