import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  type RouteComponent,
  redirect,
} from "@tanstack/react-router";
import type { ComponentType } from "react";
import { meQuery, queryClient } from "./api/queries.ts";
import { type CandidateShowing, candidateShowingFrom } from "./screens/agency-candidates/showing.ts";
import { type ReceivedShowing, receivedShowingFrom } from "./screens/agency-inbox/showing.ts";
import { type Showing, showingFrom } from "./screens/documents/showing.ts";
import { type SetUpStep, setUpStepFrom } from "./screens/set-up/steps.ts";
import { type QueueState, queueStateFrom } from "./screens/staff/queue-state.ts";
import { Welcome } from "./screens/welcome/Welcome.tsx";
import { whenOnline } from "./shell/Offline.tsx";
import PublicLayout from "./shell/PublicLayout.tsx";
import { insideOnly, type Place, placesOf } from "./shell/session.ts";
import { NothingAtThisAddress, NothingHere, ScreenTrouble, ScreenWaiting } from "./shell/Trouble.tsx";

/** A screen of its own file, loaded when it is first wanted. The declared type keeps screens and routes from asking each other for theirs. */
const screen = (load: () => Promise<{ default: ComponentType }>): RouteComponent =>
  lazyRouteComponent(() => whenOnline(load));

const text = (value: unknown) => (typeof value === "string" && value ? value : undefined);

const root = createRootRoute({ component: Outlet, notFoundComponent: NothingAtThisAddress });

// ── read without signing in ───────────────────────────────────────────────────────────────────────────────────────
const open = createRoute({ getParentRoute: () => root, id: "open", component: PublicLayout });
const openRoute = <const Path extends string>(path: Path, load: () => Promise<{ default: ComponentType }>) =>
  createRoute({ getParentRoute: () => open, path, component: screen(load) });

const welcome = createRoute({ getParentRoute: () => open, path: "/", component: Welcome });
const texts = openRoute("/texts/$name", () => import("./screens/texts/TextReader.tsx"));
const signUp = openRoute("/sign-up", () => import("./screens/sign-in/SignUp.tsx"));
const waiting = openRoute("/sign-up/waiting", () => import("./screens/sign-in/WaitingForConfirmation.tsx"));

const confirm = openRoute("/confirm", () => import("./screens/sign-in/ConfirmLink.tsx"));
const reset = openRoute("/reset-password", () => import("./screens/sign-in/ResetPassword.tsx"));
const keepFactor = openRoute("/second-factor/cancel", () => import("./screens/sign-in/KeepSecondFactor.tsx"));
const unsubscribe = openRoute("/unsubscribe", () => import("./screens/unsubscribe/Unsubscribe.tsx"));
const invitation = openRoute("/invitation", () => import("./screens/agency-team/AcceptInvitation.tsx"));

const signIn = createRoute({
  getParentRoute: () => open,
  path: "/sign-in",
  component: screen(() => import("./screens/sign-in/SignIn.tsx")),
  validateSearch: (search: Record<string, unknown>): { next?: string; ended?: boolean; confirmed?: boolean } => {
    const next = insideOnly(text(search.next));
    return {
      ...(next ? { next } : {}),
      ...(search.ended === true ? { ended: true } : {}),
      ...(search.confirmed === true ? { confirmed: true } : {}),
    };
  },
});

// ── behind the sign-in ────────────────────────────────────────────────────────────────────────────────────────────
const inside = createRoute({
  getParentRoute: () => root,
  id: "inside",
  component: screen(() => import("./shell/Shell.tsx")),
  beforeLoad: async ({ location }) => {
    const me = await queryClient.ensureQueryData(meQuery);
    if (!me) throw redirect({ to: "/sign-in", search: { next: location.href } });
  },
});

// Each place is seen by its own people only. The service refuses the rest; this only spares them the sight of it.
const only = (place: Place | "any") => async () => {
  const me = await queryClient.ensureQueryData(meQuery);
  if (me && place !== "any" && !placesOf(me).includes(place)) throw redirect({ to: "/" });
};

const insideRoute = <const Path extends string>(
  place: Place | "any",
  path: Path,
  load: () => Promise<{ default: ComponentType }>,
) =>
  createRoute({
    getParentRoute: () => inside,
    path,
    component: screen(load),
    remountDeps: ({ params }) => params,
    beforeLoad: only(place),
  });

const documents = createRoute({
  getParentRoute: () => inside,
  path: "/documents",
  beforeLoad: only("locum"),
  component: screen(() => import("./screens/documents/Documents.tsx")),
  validateSearch: (search: Record<string, unknown>): { show?: Showing } => {
    const show = showingFrom(search.show);
    return show ? { show } : {};
  },
});

const oneDocument = createRoute({
  getParentRoute: () => inside,
  path: "/documents/$id",
  component: screen(() => import("./screens/documents/OneDocument.tsx")),
  remountDeps: ({ params }) => params,
  beforeLoad: only("locum"),
  // `added`: its owner has just added it, and is told what that means.
  validateSearch: (search: Record<string, unknown>): { added?: boolean } =>
    search.added === true ? { added: true } : {},
});

const addDocument = createRoute({
  getParentRoute: () => inside,
  path: "/documents/add",
  beforeLoad: only("locum"),
  component: screen(() => import("./screens/add-document/AddDocument.tsx")),
  // `type`: what somebody came to add; they can still say that it is something else.
  validateSearch: (search: Record<string, unknown>): { type?: string } => {
    const type = text(search.type);
    return type ? { type } : {};
  },
});

const send = createRoute({
  getParentRoute: () => inside,
  path: "/send",
  beforeLoad: only("locum"),
  component: screen(() => import("./screens/send/Whom.tsx")),
  // `paper`: the one paper somebody came to send.
  validateSearch: (search: Record<string, unknown>): { paper?: string } => {
    const paper = text(search.paper);
    return paper ? { paper } : {};
  },
});

const oneAgency = createRoute({
  getParentRoute: () => inside,
  path: "/agencies/$id",
  beforeLoad: only("locum"),
  component: screen(() => import("./screens/agencies/OneAgency.tsx")),
  remountDeps: ({ params }) => params,
  // `on`: the day readiness is asked for, `YYYY-MM-DD`; today without it.
  validateSearch: (search: Record<string, unknown>): { on?: string } => {
    const on = text(search.on);
    return on && /^\d{4}-\d{2}-\d{2}$/.test(on) ? { on } : {};
  },
});

const setUp = createRoute({
  getParentRoute: () => inside,
  path: "/set-up",
  beforeLoad: only("locum"),
  component: screen(() => import("./screens/set-up/SetUp.tsx")),
  validateSearch: (search: Record<string, unknown>): { step?: SetUpStep } => {
    const step = setUpStepFrom(search.step);
    return step ? { step } : {};
  },
});

const newPack = createRoute({
  getParentRoute: () => inside,
  path: "/packs/new",
  beforeLoad: only("locum"),
  component: screen(() => import("./screens/packs/NewPack.tsx")),
  // `for`: the entry of one's own agencies that it is for. `step`: the papers are chosen, and stay so on the way back.
  validateSearch: (search: Record<string, unknown>): { for?: string; step?: "make" } => {
    const whom = text(search.for);
    return { ...(whom ? { for: whom } : {}), ...(search.step === "make" ? { step: "make" } : {}) };
  },
});

const received = createRoute({
  getParentRoute: () => inside,
  path: "/agency",
  beforeLoad: only("agency"),
  component: screen(() => import("./screens/agency-inbox/Received.tsx")),
  validateSearch: (search: Record<string, unknown>): { show?: ReceivedShowing } => {
    const show = receivedShowingFrom(search.show);
    return show ? { show } : {};
  },
});

const candidates = createRoute({
  getParentRoute: () => inside,
  path: "/agency/candidates",
  beforeLoad: only("agency"),
  component: screen(() => import("./screens/agency-candidates/Candidates.tsx")),
  validateSearch: (search: Record<string, unknown>): { show?: CandidateShowing } => {
    const show = candidateShowingFrom(search.show);
    return show ? { show } : {};
  },
});

const staffAgencies = createRoute({
  getParentRoute: () => inside,
  path: "/staff/agencies",
  beforeLoad: only("staff"),
  component: screen(() => import("./screens/staff/StaffAgencies.tsx")),
  validateSearch: (search: Record<string, unknown>): { state?: QueueState } => {
    const state = queueStateFrom(search.state);
    return state ? { state } : {};
  },
});

const locum = [
  insideRoute("locum", "/overview", () => import("./screens/overview/Overview.tsx")),
  documents,
  addDocument,
  oneDocument,
  insideRoute("locum", "/documents/$id/replace", () => import("./screens/add-document/ReplaceDocument.tsx")),
  insideRoute("locum", "/expiry", () => import("./screens/expiry/Expiry.tsx")),
  insideRoute("locum", "/transfers", () => import("./screens/transfers/Transfers.tsx")),
  insideRoute("locum", "/transfers/$id", () => import("./screens/transfers/OneTransfer.tsx")),
  insideRoute("locum", "/transfers/$id/add", () => import("./screens/transfers/AddCopies.tsx")),
  insideRoute("locum", "/transfers/$id/extend", () => import("./screens/transfers/Extend.tsx")),
  send,
  insideRoute("locum", "/send/papers", () => import("./screens/send/What.tsx")),
  insideRoute("locum", "/send/how", () => import("./screens/send/How.tsx")),
  insideRoute("locum", "/send/check", () => import("./screens/send/Check.tsx")),
  insideRoute("locum", "/packs", () => import("./screens/packs/Packs.tsx")),
  newPack,
  insideRoute("locum", "/agencies", () => import("./screens/agencies/Agencies.tsx")),
  insideRoute("locum", "/agencies/add", () => import("./screens/agencies/AddAgency.tsx")),
  oneAgency,
  insideRoute("locum", "/agencies/$id/edit", () => import("./screens/agencies/EditAgency.tsx")),
  insideRoute("locum", "/agencies/$id/joined", () => import("./screens/agencies/JoinedAgency.tsx")),
  insideRoute("locum", "/requirements/$profile/$id", () => import("./screens/requirements/Requirement.tsx")),
  insideRoute("locum", "/questions/$fact", () => import("./screens/requirements/OneQuestion.tsx")),
  setUp,
  insideRoute("locum", "/agencies/ask", () => import("./screens/agencies/AskForAgency.tsx")),
] as const;

const account = [
  insideRoute("any", "/account", () => import("./screens/account/Account.tsx")),
  insideRoute("locum", "/account/details", () => import("./screens/account/ProfileForm.tsx")),
  insideRoute("locum", "/account/reminders", () => import("./screens/account/ReminderSettings.tsx")),
  insideRoute("any", "/account/password", () => import("./screens/account/ChangePassword.tsx")),
  insideRoute("any", "/account/second-factor", () => import("./screens/account/SecondFactor.tsx")),
  insideRoute("any", "/account/passkeys", () => import("./screens/account/Passkeys.tsx")),
  insideRoute("any", "/account/devices", () => import("./screens/account/Devices.tsx")),
  insideRoute("any", "/account/texts", () => import("./screens/account/AcceptTexts.tsx")),
] as const;

const agency = [
  received,
  insideRoute("agency", "/agency/transfers/$id", () => import("./screens/agency-inbox/OneReceived.tsx")),
  candidates,
  insideRoute("agency", "/agency/candidates/$id", () => import("./screens/agency-candidates/OneCandidate.tsx")),
  insideRoute("agency", "/agency/ends-soon", () => import("./screens/agency-candidates/EndsSoon.tsx")),
  insideRoute("agency", "/agency/profile", () => import("./screens/agency-profile/AgencyProfile.tsx")),
  insideRoute("agency", "/agency/profile/edit", () => import("./screens/agency-profile/EditProfile.tsx")),
  insideRoute("agency", "/agency/profile/versions/$v", () => import("./screens/agency-profile/OneVersion.tsx")),
  insideRoute("agency", "/agency/more", () => import("./screens/agency-team/More.tsx")),
  insideRoute("agency", "/agency/members", () => import("./screens/agency-team/Members.tsx")),
  insideRoute("agency", "/agency/timeline", () => import("./screens/agency-team/AgencyTimeline.tsx")),
] as const;

const staff = [
  insideRoute("staff", "/staff/uploads", () => import("./screens/staff/Uploads.tsx")),
  staffAgencies,
  insideRoute("staff", "/staff/work", () => import("./screens/staff/BackgroundWork.tsx")),
] as const;

export const router = createRouter({
  routeTree: root.addChildren([
    open.addChildren([welcome, texts, signUp, waiting, confirm, reset, keepFactor, unsubscribe, invitation, signIn]),
    inside.addChildren([...locum, ...account, ...agency, ...staff]),
  ]),
  defaultPreload: "intent",
  defaultPendingMs: 300,
  defaultPendingComponent: ScreenWaiting,
  defaultErrorComponent: ScreenTrouble,
  defaultNotFoundComponent: NothingHere,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
