import type { Service } from "@locum-passport/contract";
import type { z } from "zod";
import type { Context } from "../../../context.ts";

/** Who runs the service, as its settings say. */
export function readService(ctx: Context): z.output<typeof Service> {
  const { controllerName, controllerAddress, privacyContact, storageCountry, maxFileBytes } = ctx.ports.settings;
  return { controllerName, controllerAddress, privacyContact, storageCountry, maxFileBytes };
}
