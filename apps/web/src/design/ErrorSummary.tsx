import { useEffect, useRef } from "react";
import type { FieldProblem } from "../api/problem.ts";
import { errorsOnPage } from "../shell/title.ts";
import { fieldId } from "./Field.tsx";

/** All that has to be mended, at the top: takes the focus, starts the page's title with "Error:", each line leads to its field. */
export function ErrorSummary({ errors, attempt = 0 }: { errors: FieldProblem[]; attempt?: number }) {
  const box = useRef<HTMLDivElement>(null);
  const any = errors.length > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a second try with the same errors moves the focus again
  useEffect(() => {
    if (!any) return;
    box.current?.focus();
    return errorsOnPage();
  }, [any, attempt]);
  if (!any) return null;
  return (
    <div className="summary" role="alert" tabIndex={-1} ref={box} aria-labelledby="summary-title">
      <h2 id="summary-title">
        {errors.length === 1 ? "One thing to put right" : `${errors.length} things to put right`}
      </h2>
      <ul>
        {errors.map(({ field, message }) => (
          <li key={`${field} ${message}`}>
            {field ? (
              <a
                href={`#${fieldId(field)}`}
                onClick={(event) => {
                  event.preventDefault();
                  document.getElementById(fieldId(field))?.focus();
                }}
              >
                {message}
              </a>
            ) : (
              message
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
