import "./design/fonts.css";
import "./design/tokens.css";
import "./design/base.css";
import "./design/button.css";
import "./design/field.css";
import "./design/find.css";
import "./design/surface.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { createRoot } from "react-dom/client";
import { queryClient } from "./api/queries.ts";
import { router } from "./routes.tsx";
import { watchSession } from "./shell/session.ts";

const place = document.getElementById("app");
if (!place) throw new Error("index.html has no #app");
watchSession(router);
createRoot(place).render(
  <QueryClientProvider client={queryClient}>
    <RouterProvider router={router} />
  </QueryClientProvider>,
);
