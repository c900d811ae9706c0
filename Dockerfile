# One bundle, with what draws pictures beside it, on a base without shell or package manager. The base is an argument, so that a company can pin its own digest.
ARG BUILD_IMAGE=node:24-bookworm-slim
ARG BASE_IMAGE=gcr.io/distroless/nodejs24-debian12:nonroot

FROM ${BUILD_IMAGE} AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY tools ./tools
COPY scripts ./scripts
# The image has its own Node.js: the runtime that the project brings for older machines is left out.
RUN npm ci --no-audit --no-fund --ignore-scripts
COPY tsconfig.json ./
COPY src ./src
RUN npm run build --ignore-scripts

FROM ${BASE_IMAGE}
LABEL org.opencontainers.image.title="k8s-svc" \
      org.opencontainers.image.description="The Kubernetes Service expert in your Slack" \
      org.opencontainers.image.licenses="Apache-2.0"
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /app/dist/k8s-svc.js ./k8s-svc.mjs
COPY --from=build /app/dist/fonts ./fonts
COPY --from=build /app/node_modules/@resvg ./node_modules/@resvg
USER 65532:65532
EXPOSE 3000
ENTRYPOINT ["/nodejs/bin/node", "/app/k8s-svc.mjs"]
CMD ["serve"]
