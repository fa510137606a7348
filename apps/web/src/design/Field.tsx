import { CircleAlert, Eye, EyeOff } from "lucide-react";
import {
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useState,
} from "react";
import { Button } from "./Button.tsx";
import "./field.css";

interface Labelled {
  /** Also the id of the control (`field-<name>`), where the error summary leads. */
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  /** Said while it is filled in: spoken when it changes. Pass `null` while there is nothing, so that its place is known. */
  advice?: ReactNode;
}

export const fieldId = (name: string) => `field-${name}`;

function describedBy({ name, hint, error, advice }: Labelled): string | undefined {
  const ids = [
    hint ? `${fieldId(name)}-hint` : "",
    error ? `${fieldId(name)}-error` : "",
    advice ? adviceId(name) : "",
  ].filter(Boolean);
  return ids.length > 0 ? ids.join(" ") : undefined;
}

const control = (props: Labelled) => ({
  id: fieldId(props.name),
  name: props.name,
  "aria-describedby": describedBy(props),
  "aria-invalid": props.error ? true : undefined,
});

export function FieldError({ name, error }: { name: string; error?: string | undefined }) {
  if (!error) return null;
  return (
    <p className="error" id={`${fieldId(name)}-error`}>
      <CircleAlert size={18} aria-hidden /> <span>{error}</span>
    </p>
  );
}

export const adviceId = (name: string) => `${fieldId(name)}-advice`;

export function FieldAdvice({ name, advice }: { name: string; advice: ReactNode }) {
  if (advice === undefined) return null;
  return (
    <div className="advice" id={adviceId(name)} aria-live="polite">
      {advice}
    </div>
  );
}

function Frame({ children, ...props }: Labelled & { children: ReactNode }) {
  return (
    <div className={props.error ? "field wrong" : "field"}>
      <label htmlFor={fieldId(props.name)}>{props.label}</label>
      {props.hint ? (
        <p className="hint" id={`${fieldId(props.name)}-hint`}>
          {props.hint}
        </p>
      ) : null}
      <FieldError name={props.name} error={props.error} />
      {children}
      <FieldAdvice name={props.name} advice={props.advice} />
    </div>
  );
}

export function TextField({
  label,
  hint,
  error,
  advice,
  className,
  ...rest
}: Labelled & InputHTMLAttributes<HTMLInputElement>) {
  const props = { name: rest.name, label, hint, error, advice };
  return (
    <Frame {...props}>
      <input type="text" {...rest} {...control(props)} className={`input ${className ?? ""}`} />
    </Frame>
  );
}

export function TextArea({ label, hint, error, ...rest }: Labelled & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const props = { name: rest.name, label, hint, error };
  return (
    <Frame {...props}>
      <textarea {...rest} {...control(props)} className="input" />
    </Frame>
  );
}

export function Select({ label, hint, error, children, ...rest }: Labelled & SelectHTMLAttributes<HTMLSelectElement>) {
  const props = { name: rest.name, label, hint, error };
  return (
    <Frame {...props}>
      <select {...rest} {...control(props)} className="input">
        {children}
      </select>
    </Frame>
  );
}

export function PasswordField({ label, hint, error, ...rest }: Labelled & InputHTMLAttributes<HTMLInputElement>) {
  const [shown, setShown] = useState(false);
  const props = { name: rest.name, label, hint, error };
  return (
    <Frame {...props}>
      <div className="reveal">
        <input
          {...rest}
          {...control(props)}
          className="input"
          type={shown ? "text" : "password"}
          autoCapitalize="none"
          spellCheck={false}
        />
        <Button look="calm" icon={shown ? EyeOff : Eye} aria-pressed={shown} onClick={() => setShown(!shown)}>
          {shown ? "Hide" : "Show"}
        </Button>
      </div>
    </Frame>
  );
}

/** One tick box. Never ticked for the person where it means a yes. */
export function Tick({ label, hint, error, ...rest }: Labelled & InputHTMLAttributes<HTMLInputElement>) {
  const props = { name: rest.name, label, hint, error };
  return (
    <div className={error ? "field wrong" : "field"}>
      <FieldError name={rest.name} error={error} />
      <label className="tick">
        <input type="checkbox" {...rest} {...control({ ...props, hint: undefined })} />
        <span>
          {label}
          {hint ? <span className="hint">{hint}</span> : null}
        </span>
      </label>
    </div>
  );
}

/** A question with several boxes: what it asks, how, and what is wrong. */
export function Group({ children, ...props }: Labelled & { children: ReactNode }) {
  const { name, label, hint, error } = props;
  return (
    <fieldset className={error ? "field wrong" : "field"} aria-describedby={describedBy(props)}>
      <legend>{label}</legend>
      {hint ? (
        <p className="hint" id={`${fieldId(name)}-hint`}>
          {hint}
        </p>
      ) : null}
      <FieldError name={name} error={error} />
      {children}
    </fieldset>
  );
}

interface ChoiceProps extends Labelled {
  options: { value: string; label: ReactNode; hint?: ReactNode }[];
  value?: string;
  defaultValue?: string;
  onChoose?: (value: string) => void;
}

/** One of a few, all of them in sight. */
export function Choice({ name, label, hint, error, options, value, defaultValue, onChoose }: ChoiceProps) {
  return (
    <Group name={name} label={label} hint={hint} error={error}>
      {options.map((option, place) => (
        <label className="tick" key={option.value}>
          <input
            type="radio"
            name={name}
            id={place === 0 ? fieldId(name) : undefined}
            value={option.value}
            {...(value === undefined
              ? { defaultChecked: option.value === defaultValue }
              : { checked: option.value === value, onChange: () => onChoose?.(option.value) })}
          />
          <span>
            {option.label}
            {option.hint ? <span className="hint">{option.hint}</span> : null}
          </span>
        </label>
      ))}
    </Group>
  );
}

interface TicksProps<Value extends string> extends Labelled {
  options: readonly { value: Value; label: string }[];
  chosen: readonly Value[];
  onChoose: (chosen: Value[]) => void;
}

/** Any of a few. The first box carries the id where the error summary leads. */
export function Ticks<Value extends string>({ options, chosen, onChoose, ...labelled }: TicksProps<Value>) {
  const among = (ticked: Value, on: boolean) =>
    options.flatMap(({ value }) => ((value === ticked ? on : chosen.includes(value)) ? [value] : []));
  return (
    <Group {...labelled}>
      <div className="tick-grid">
        {options.map(({ value, label }, place) => (
          <label className="tick" key={value}>
            <input
              type="checkbox"
              id={place === 0 ? fieldId(labelled.name) : undefined}
              checked={chosen.includes(value)}
              onChange={({ target }) => onChoose(among(value, target.checked))}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </Group>
  );
}
