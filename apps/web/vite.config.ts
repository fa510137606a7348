import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const server = process.env.SERVER_URL ?? "http://localhost:8080";

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: "../../dist/web",
    emptyOutDir: true,
    target: "es2022",
    // Nothing inline: the Content-Security-Policy takes no data: address.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // One sheet for all screens (a few KB): a screen loaded on a bad line never comes without its looks.
    cssCodeSplit: false,
    reportCompressedSize: false,
  },
  worker: { format: "es" },
  server: {
    host: "localhost",
    proxy: {
      "/api": {
        target: server,
        // The server takes writes from its own origin only; here the proxy is that origin.
        configure: (proxy) => proxy.on("proxyReq", (request) => request.setHeader("origin", server)),
      },
    },
  },
});
