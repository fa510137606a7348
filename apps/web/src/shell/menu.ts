import type { LinkProps } from "@tanstack/react-router";
import {
  Building2,
  CircleUserRound,
  Cog,
  FileText,
  Inbox,
  LayoutDashboard,
  type LucideIcon,
  ScrollText,
  Send,
  Upload,
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
