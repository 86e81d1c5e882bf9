# One image for every process of Polywire; docker-compose.yml says which of them a container runs.

FROM node:20-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev && rm -rf dist/test

FROM node:20-slim
ENV NODE_ENV=production \
    POLYWIRE_HOST=0.0.0.0 \
    POLYWIRE_DATA_DIR=/data
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/config config
COPY --from=build /app/dist dist
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 8040 8041
HEALTHCHECK --interval=15s --timeout=10s --start-period=20s --retries=3 \
  CMD ["node", "dist/services/cli/main.js", "doctor", "--process", "api"]
CMD ["node", "dist/services/api/main.js"]
