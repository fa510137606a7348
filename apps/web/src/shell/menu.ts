import type { LinkProps } from "@tanstack/react-router";
import {
  Building2,
  CalendarClock,
  CircleUserRound,
  ClipboardList,
  Cog,
  Ellipsis,
  FileText,
  Inbox,
  LayoutDashboard,
  type LucideIcon,
  ScrollText,
  Send,
  Upload,
  UserRoundSearch,
  Users,
} from "lucide-react";
import type { Place } from "./session.ts";

export interface MenuItem {
  to: NonNullable<LinkProps["to"]>;
  text: string;
  icon: LucideIcon;
  /** Lit only on this very address, not on those below it. */
  exact?: boolean;
}

const account: MenuItem = { to: "/account", text: "Account", icon: CircleUserRound };

/** The left-hand menu of each place. */
export const menus: Record<Place, MenuItem[]> = {
  locum: [
    { to: "/overview", text: "Overview", icon: LayoutDashboard },
    { to: "/documents", text: "Documents", icon: FileText },
    { to: "/transfers", text: "Transfers", icon: Send },
    { to: "/agencies", text: "Agencies", icon: Building2 },
    account,
  ],
  agency: [
    { to: "/agency", text: "Received", icon: Inbox, exact: true },
    { to: "/agency/candidates", text: "Candidates", icon: UserRoundSearch },
    { to: "/agency/ends-soon", text: "Ends soon", icon: CalendarClock },
    { to: "/agency/profile", text: "What we ask for", icon: ClipboardList },
    { to: "/agency/members", text: "Members", icon: Users },
    { to: "/agency/timeline", text: "Timeline", icon: ScrollText },
    account,
  ],
  staff: [
    { to: "/staff/uploads", text: "Uploads", icon: Upload },
    { to: "/staff/agencies", text: "Agencies", icon: Building2 },
    { to: "/staff/work", text: "Work", icon: Cog },
    account,
  ],
};

/** A phone's bar has room for five: what it has no room for stands behind More. */
const most = 5;
const more: MenuItem = { to: "/agency/more", text: "More", icon: Ellipsis };

/** The bar at the foot of a phone. The account has its place at the head of every screen. */
export const bars: Record<Place, MenuItem[]> = {
  locum: menus.locum.filter((item) => item !== account),
  agency: [...menus.agency.slice(0, most - 1), more],
  staff: menus.staff,
};

/** What stands behind More. */
export const moreOfAgency = menus.agency.slice(most - 1);
