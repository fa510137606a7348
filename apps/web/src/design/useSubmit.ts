import { type FormEvent, useRef, useState } from "react";
import { ApiProblem, type FieldProblem, wordsOf } from "../api/problem.ts";

/** Thrown by a form's own check before anything is sent. */
export class FieldErrors extends Error {
  readonly errors: FieldProblem[];
  constructor(errors: FieldProblem[]) {
    super("Some fields need mending");
    this.errors = errors;
  }
}

/** Values of a form, read when it is sent: text trimmed, a tick as `on`. */
export class Values {
  readonly data: FormData;
  constructor(data: FormData) {
    this.data = data;
  }
  text(name: string): string {
    const value = this.data.get(name);
    return typeof value === "string" ? value.trim() : "";
  }
  /** As typed: passwords keep their spaces. */
  raw(name: string): string {
    const value = this.data.get(name);
    return typeof value === "string" ? value : "";
  }
  ticked(name: string): boolean {
    return this.data.get(name) !== null;
  }
  day(name: string): [day: string, month: string, year: string] {
    return [this.text(`${name}.day`), this.text(`${name}.month`), this.text(`${name}.year`)];
  }
}

export interface Submit {
  busy: boolean;
  errors: FieldProblem[];
  attempt: number;
  errorOf: (field: string) => string | undefined;
  /** Spread on the `<form>`. */
  form: { noValidate: true; onSubmit: (event: FormEvent<HTMLFormElement>) => void };
  fail: (error: unknown) => void;
  clear: () => void;
}

/** Sends a form once at a time and turns what comes back into errors beside fields and in the summary. */
export function useSubmit(send: (values: Values) => Promise<void>): Submit {
  const [busy, setBusy] = useState(false);
  const [state, setState] = useState<{ errors: FieldProblem[]; attempt: number }>({ errors: [], attempt: 0 });
  const running = useRef(false);

  const fail = (error: unknown) => setState(({ attempt }) => ({ errors: errorsIn(error), attempt: attempt + 1 }));
  const submit = async (values: Values) => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    try {
      await send(values);
      setState(({ attempt }) => ({ errors: [], attempt }));
    } catch (error) {
      fail(error);
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  return {
    busy,
    ...state,
    errorOf: (field) => state.errors.find((error) => error.field === field)?.message,
    form: {
      noValidate: true,
      onSubmit: (event) => {
        event.preventDefault();
        void submit(new Values(new FormData(event.currentTarget)));
      },
    },
    fail,
    clear: () => setState(({ attempt }) => ({ errors: [], attempt })),
  };
}

export function errorsIn(error: unknown): FieldProblem[] {
  if (error instanceof FieldErrors) return error.errors;
  if (error instanceof ApiProblem && error.errors.length > 0) return error.errors;
  const { title, detail } = wordsOf(error);
  return [{ field: "", message: detail ? `${title}. ${detail}` : title }];
}
