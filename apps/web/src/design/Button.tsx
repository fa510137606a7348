import { createLink } from "@tanstack/react-router";
import { LoaderCircle, type LucideIcon } from "lucide-react";
import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ReactNode, Ref } from "react";
import "./button.css";

type Look = "main" | "calm" | "bare" | "danger";
interface Shape {
  look?: Look;
  icon?: LucideIcon;
  wide?: boolean;
  children: ReactNode;
}

const classes = (look: Look, wide: boolean | undefined, more?: string) =>
  ["button", look, wide ? "wide" : "", more ?? ""].filter(Boolean).join(" ");

type ButtonProps = Shape &
  Omit<ButtonHTMLAttributes<HTMLButtonElement>, "disabled"> & {
    /** What the button says while the act runs, for example "Sending 22 copies". It keeps its focus and takes no second press. */
    busy?: string | false | undefined;
    ref?: Ref<HTMLButtonElement>;
  };

export function Button({
  look = "main",
  icon: Icon,
  wide,
  busy,
  children,
  className,
  onClick,
  type,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type ?? "button"}
      className={classes(look, wide, className)}
      aria-disabled={busy ? true : rest["aria-disabled"]}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {busy ? <LoaderCircle className="turning" size={20} aria-hidden /> : Icon ? <Icon size={20} aria-hidden /> : null}
      <span>{busy || children}</span>
    </button>
  );
}

type AnchorProps = Shape & AnchorHTMLAttributes<HTMLAnchorElement> & { ref?: Ref<HTMLAnchorElement> };

/** A link that looks like a button, for addresses outside the router (downloads). */
export function ButtonAnchor({ look = "calm", icon: Icon, wide, children, className, ...rest }: AnchorProps) {
  return (
    <a {...rest} className={classes(look, wide, className)}>
      {Icon ? <Icon size={20} aria-hidden /> : null}
      <span>{children}</span>
    </a>
  );
}

/** A link to another screen that looks like a button. */
export const ButtonLink = createLink(ButtonAnchor);
