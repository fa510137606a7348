import { type FocusEvent, type FormEvent, useRef, useState } from "react";
import { Values } from "../../design/useSubmit.ts";
import { fillIn } from "./fill-in.ts";

export interface Typed {
  /** Undefined until something is typed. */
  values: Values | undefined;
  /** Fields that were left, by id. */
  left: ReadonlySet<string>;
  take: (fill: Record<string, string>) => void;
}

/** What a form holds as it is filled in, and which fields were left: nobody is told of a slip in the middle of a number. */
export function useTyped() {
  const form = useRef<HTMLFormElement>(null);
  const [values, setValues] = useState<Values>();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const look = () => {
    if (form.current) setValues(new Values(new FormData(form.current)));
  };
  const typed: Typed = {
    values,
    left,
    take: (fill) => {
      if (!form.current) return;
      fillIn(form.current, fill);
      setLeft(new Set([...left, ...Object.keys(fill)]));
      look();
    },
  };
  return {
    ...typed,
    /** Spread on the `<form>`. */
    typing: {
      ref: form,
      onChange: (_: FormEvent<HTMLFormElement>) => look(),
      onBlur: ({ target, relatedTarget }: FocusEvent<HTMLFormElement>) => {
        const name = fieldOf(target);
        // From the day to the month of one date: not left yet.
        if (name !== undefined && name !== fieldOf(relatedTarget)) setLeft(new Set([...left, name]));
        look();
      },
    },
  };
}

/** `details.issueDate.month` → `issueDate`. */
function fieldOf(target: EventTarget | null): string | undefined {
  const name = target instanceof HTMLInputElement || target instanceof HTMLSelectElement ? target.name : "";
  return name.split(".")[1];
}
