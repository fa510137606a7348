import { nameOf } from "./read-details.ts";

/** Puts values into a form's fields as if they were typed. A date goes into its three numbers. */
export function fillIn(form: HTMLFormElement, fill: Record<string, string>): void {
  for (const [id, value] of Object.entries(fill)) {
    const name = nameOf({ id });
    const whole = form.elements.namedItem(name);
    if (whole instanceof HTMLInputElement || whole instanceof HTMLSelectElement) whole.value = value;
    const [year = "", month = "", day = ""] = value.split("-");
    for (const [part, number] of Object.entries({ day: String(Number(day)), month: String(Number(month)), year })) {
      const field = form.elements.namedItem(`${name}.${part}`);
      if (field instanceof HTMLInputElement) field.value = number;
    }
  }
}
