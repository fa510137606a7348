import { useBlocker } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { documentsQuery, queryClient } from "../../api/queries.ts";
import type { Document } from "../../api/types.ts";
import { type UploadState, upload } from "../../api/upload.ts";
import type { ChosenFile } from "./chosen-files.ts";

export interface Adding {
  /** Which of how many documents, from 1. */
  n: number;
  of: number;
  state: UploadState | undefined;
}

/** One document to send: its address, its fields, its files in page order. */
export interface Parcel {
  path: string;
  type?: string;
  files: ChosenFile[];
}

/** Sends documents one after another. Leaving the page, or pressing cancel, stops what runs; what was kept before stays. */
export function useAdd() {
  const [adding, setAdding] = useState<Adding>();
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(new Cancelled()), []);
  const leaving = useBlocker({
    shouldBlockFn: () => running.current !== undefined,
    enableBeforeUnload: () => running.current !== undefined,
    withResolver: true,
  });

  const add = async (parcels: Parcel[], onKept: (document: Document, parcel: Parcel) => void): Promise<void> => {
    const controller = new AbortController();
    running.current = controller;
    try {
      for (const [at, parcel] of parcels.entries()) {
        setAdding({ n: at + 1, of: parcels.length, state: undefined });
        const document = await upload<Document>({
          path: parcel.path,
          form: () => formOf(parcel),
          signal: controller.signal,
          onState: (state) => setAdding({ n: at + 1, of: parcels.length, state }),
        });
        onKept(document, parcel);
      }
    } finally {
      running.current = undefined;
      setAdding(undefined);
      void queryClient.invalidateQueries({ queryKey: documentsQuery.queryKey });
      void queryClient.invalidateQueries({ queryKey: ["timeline"] });
    }
  };
  return { adding, leaving, add, cancel: () => running.current?.abort(new Cancelled()) };
}

export class Cancelled extends Error {}

function formOf({ type, files }: Parcel): FormData {
  const form = new FormData();
  if (type) form.append("type", type);
  for (const { file } of files) form.append("file", file, file.name);
  return form;
}
