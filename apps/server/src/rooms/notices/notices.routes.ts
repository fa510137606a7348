import { Readable } from "node:stream";
import {
  CalendarAddress,
  ChangeReminders,
  JobGroup,
  Jobs,
  Reminders,
  Unsubscribe,
  Unsubscribed,
} from "@locum-passport/contract";
import { z } from "zod";
import { answer, NoBody, route, stream } from "../../http/route.ts";
import { readBackgroundWork, retryBackgroundWork } from "./actions/background-work.ts";
import { readCalendar, turnOffCalendar, turnOnCalendar } from "./actions/calendar.ts";
import { changeReminders, readReminders } from "./actions/settings.ts";
import { turnOffPage, unsubscribe } from "./actions/unsubscribe.ts";

const read = { action: "compliance.read-own", tag: "Reminders" } as const;
const change = { action: "compliance.change-own", tag: "Reminders" } as const;
const open = { action: "public.read", tag: "Reminders" } as const;
const calendarText = "text/calendar; charset=utf-8";

const ownRoutes = [
  route({
    ...read,
    method: "GET",
    path: "/api/me/reminders",
    summary: "What is mailed to me, and my calendar",
    answers: { 200: Reminders },
    run: (ctx) => readReminders(ctx),
  }),
  route({
    ...change,
    method: "PATCH",
    path: "/api/me/reminders",
    summary: "Turn kinds of mail on or off; name ordinary papers in the calendar, or not",
    body: ChangeReminders,
    answers: { 200: Reminders },
    run: (ctx, { body }) => changeReminders(ctx, body),
  }),
  route({
    ...change,
    method: "PUT",
    path: "/api/me/calendar",
    summary: "Make a secret calendar address. It is answered this once, and an older one ends",
    // An answer kept for a repeated request would be the address, kept.
    idempotent: false,
    answers: { 200: CalendarAddress },
    run: (ctx) => turnOnCalendar(ctx),
  }),
  route({
    ...change,
    method: "DELETE",
    path: "/api/me/calendar",
    summary: "Turn the calendar address off",
    answers: { 204: NoBody },
    run: (ctx) => turnOffCalendar(ctx),
  }),
];

const publicRoutes = [
  route({
    ...open,
    method: "GET",
    path: "/calendar/:token(^[\\w-]{43}).ics",
    summary: "The calendar behind a secret address (RFC 5545)",
    params: z.object({ token: z.string().max(64) }),
    answers: { 200: stream("text/calendar"), 304: NoBody },
    run: async (ctx, { params, headers }) => {
      const { text, etag } = await readCalendar(ctx, params.token);
      // Asked again each time, and sent again only when it changed.
      const cache = { etag, "cache-control": "private, no-cache", "x-robots-tag": "noindex" };
      if (headers["if-none-match"] === etag) return answer({ status: 304, headers: cache });
      return answer({
        status: 200,
        stream: Readable.from([text]),
        headers: { ...cache, "content-type": calendarText },
      });
    },
  }),
  route({
    ...open,
    method: "POST",
    path: "/api/unsubscribe",
    summary: "Turn off the kinds of mail that the link in a mail names",
    body: Unsubscribe,
    answers: { 200: Unsubscribed },
    run: (ctx, { body }) => unsubscribe(ctx, body.token),
  }),
  route({
    ...open,
    method: "POST",
    path: "/api/unsubscribe/:token",
    summary: "The same for mail programs (RFC 8058)",
    params: Unsubscribe,
    form: true,
    answers: { 200: Unsubscribed },
    run: (ctx, { params }) => unsubscribe(ctx, params.token),
  }),
  route({
    ...open,
    method: "GET",
    path: "/api/unsubscribe/:token",
    summary: "Leads whoever opens that address to the page for people; looking turns nothing off",
    params: Unsubscribe,
    answers: { 303: NoBody },
    run: async (ctx, { params }) =>
      answer({ status: 303, headers: { location: turnOffPage(ctx.ports.settings.publicUrl, params.token) } }),
  }),
];

const jobName = z.object({ name: z.string().max(64) });

const staffRoutes = [
  route({
    action: "staff.read-jobs",
    tag: "Staff",
    method: "GET",
    path: "/api/staff/jobs",
    summary: "Background work in numbers, by name",
    answers: { 200: Jobs },
    run: (ctx) => readBackgroundWork(ctx),
  }),
  route({
    action: "staff.retry-jobs",
    tag: "Staff",
    method: "POST",
    path: "/api/staff/jobs/:name/retry",
    summary: "Have what failed under one name tried again now",
    params: jobName,
    answers: { 200: JobGroup },
    run: (ctx, { params }) => retryBackgroundWork(ctx, params.name),
  }),
];

export const noticeRoutes = [...ownRoutes, ...publicRoutes, ...staffRoutes];
