# A relay (docs/RELAY.md) in one file, without the app around it.
#   docker build -t backstory-relay .
#   docker run -d -p 4747:4747 -v relay-data:/data -e BACKSTORY_RELAY_PUBLIC_URL=https://relay.example.org backstory-relay
FROM node:24-slim AS build
WORKDIR /src
COPY package.json package-lock.json .npmrc ./
# Without scripts: nothing of the app (Electron) is fetched.
RUN npm ci --ignore-scripts
COPY shared shared
COPY relay relay
RUN node_modules/.bin/esbuild relay/index.ts --bundle --platform=node --target=node24 --format=esm \
    --external:pg-native --legal-comments=linked --outfile=/out/relay.mjs \
    --banner:js="import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);"

FROM node:24-slim
COPY --from=build /out /relay
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 4747
ENV BACKSTORY_RELAY_HOST=0.0.0.0 BACKSTORY_RELAY_PORT=4747 BACKSTORY_RELAY_DATA=/data
# 503 while the storage cannot be written to.
HEALTHCHECK --interval=30s --timeout=5s CMD ["node", "-e", "fetch('http://127.0.0.1:4747/health').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Node takes SIGTERM itself: a relay that is asked to stop stores what it has taken first.
CMD ["node", "/relay/relay.mjs"]
