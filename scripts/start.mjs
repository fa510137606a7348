import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { stopWith } from "./prepare/fault.mjs";
import { dist } from "./prepare/places.mjs";
import { prepare } from "./prepare.mjs";

// In this process: one fewer in memory, and signals reach the server as they are.
await prepare({ build: true }).catch(stopWith);
await import(pathToFileURL(join(dist, "server.mjs")).href);
