import { type ReactNode, useEffect, useId, useRef } from "react";
import "./surface.css";

interface DialogProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** For pictures of pages. */
  wide?: boolean;
}

/** The browser's own modal dialog: it holds the focus, closes on Escape and gives the focus back. Render it to open it. */
export function Dialog({ title, onClose, children, wide }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={wide ? "dialog wide" : "dialog"}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={id}>{title}</h2>
      <div className="stack">{children}</div>
    </dialog>
  );
}
