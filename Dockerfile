# One image for api, worker and migrations: the command decides. Tags are exact; a registry mirror may add digests.
FROM node:20.20.2-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY web/package.json web/package.json
RUN npm ci
COPY tsconfig.json prisma.config.ts ./
COPY prisma prisma
COPY tools tools
COPY src src
COPY workflows workflows
COPY activities activities
COPY bench bench
COPY web web
RUN node tools/setup.mjs --build

FROM node:20.20.2-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY web/package.json web/package.json
# What only npm start stands on (embedded Postgres, mail catcher, Temporal's dev server) is a development package. So are the compiler and Prisma's
# tools; npm leaves them in, for Prisma's client would take them as optional peers.
RUN npm ci --omit=dev && \
  node -p "Object.entries(require('./package-lock.json').packages).flatMap(([path, { devOptional }]) => (devOptional ? path : [])).join('\n')" | xargs rm -rf

# the mail catcher of a trial: no shop's image has the packages that it stands on
FROM build AS catcher
ENV TZ=UTC HOST=0.0.0.0 LEVAIN_HOME=/var/lib/levain
RUN mkdir /var/lib/levain && chown node:node /var/lib/levain
USER node
VOLUME /var/lib/levain
EXPOSE 1025 8025
CMD ["node", "dist/src/main/catcher.js"]

FROM node:20.20.2-bookworm-slim
# the Temporal client reads the system's certificates
RUN apt-get update && apt-get install --yes --no-install-recommends ca-certificates && rm -rf /var/lib/apt/lists/*
ENV NODE_ENV=production TZ=UTC HOST=0.0.0.0 LEVAIN_HOME=/var/lib/levain
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY package.json ./
COPY prisma/migrations prisma/migrations
COPY tools/deploy-sql.mjs tools/deploy-sql.mjs
RUN mkdir /var/lib/levain && chown node:node /var/lib/levain
USER node
VOLUME /var/lib/levain
EXPOSE 3000 9464
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.PORT || 3000) + '/healthz').then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/src/main/api.js"]
