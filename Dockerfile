# One bundle, with what draws pictures beside it, on a base without shell or package manager. Both bases are arguments, so
# that a company can pin its own by digest: --build-arg BASE_IMAGE=…@sha256:…
ARG BUILD_IMAGE=node:24-bookworm-slim
ARG BASE_IMAGE=gcr.io/distroless/nodejs24-debian12:nonroot

FROM ${BUILD_IMAGE} AS build
# The folder's name is the name of the product in the list of its parts.
WORKDIR /k8s-svc
COPY package.json package-lock.json .npmrc ./
COPY tools ./tools
COPY scripts ./scripts
RUN npm ci --no-audit --no-fund --ignore-scripts
COPY LICENSE tsconfig.json ./
COPY src ./src
RUN npm run build --ignore-scripts && npm run --silent sbom > dist/sbom.json

FROM ${BASE_IMAGE}
ARG VERSION=0.0.0
ARG REVISION=unknown
ARG SOURCE=unknown
ARG CREATED=unknown
LABEL org.opencontainers.image.title="k8s-svc" \
      org.opencontainers.image.description="The Kubernetes Service expert in your Slack" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.source="${SOURCE}" \
      org.opencontainers.image.created="${CREATED}"
# Nothing is written: the root file system may be read-only, and no volume is needed.
ENV NODE_ENV=production \
    NODE_DISABLE_COMPILE_CACHE=1 \
    K8S_SVC_METRICS_PORT=9090
WORKDIR /app
COPY --from=build /k8s-svc/dist/k8s-svc.js ./k8s-svc.mjs
COPY --from=build /k8s-svc/dist/fonts ./fonts
COPY --from=build /k8s-svc/node_modules/@resvg ./node_modules/@resvg
COPY --from=build /k8s-svc/dist/sbom.json /k8s-svc/dist/LICENSES.txt /k8s-svc/LICENSE ./
USER 65532:65532
EXPOSE 3000 9090
# Kubernetes has probes of its own; this is for Docker and Podman.
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=4 \
  CMD ["/nodejs/bin/node", "/app/k8s-svc.mjs", "healthcheck"]
ENTRYPOINT ["/nodejs/bin/node", "/app/k8s-svc.mjs"]
CMD ["serve"]
