import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { patch } from "../../api/client.ts";
import { wordsOf } from "../../api/problem.ts";
import { queryClient } from "../../api/queries.ts";
import { remindersQuery } from "../../api/reminder-queries.ts";
import type { Reminders } from "../../api/types.ts";
import { Tick } from "../../design/Field.tsx";
import { announce } from "../../shell/announce.ts";

interface Change {
  mails?: Partial<Reminders["mails"]>;
  calendarNamed?: boolean;
}

interface Props {
  name: string;
  label: string;
  hint: string;
  on: boolean;
  change: (on: boolean) => Change;
  /** What is said to those who listen once it is so. */
  said: (on: boolean) => string;
}

/** A setting that holds as soon as it is ticked; where it could not be kept it goes back, and says so. */
export function SettingTick({ name, label, hint, on, change, said }: Props) {
  // Ticked at once, in the same event: the mutation's own state comes a moment later.
  const [wish, setWish] = useState<boolean>();
  const saving = useMutation({
    mutationFn: (wanted: boolean) => patch<Reminders>("/api/me/reminders", change(wanted)),
    onSuccess: async (_, wanted) => {
      await queryClient.invalidateQueries({ queryKey: remindersQuery.queryKey });
      announce(said(wanted));
    },
    onSettled: () => setWish(undefined),
  });
  const trouble = saving.error ? wordsOf(saving.error) : undefined;
  return (
    <Tick
      name={name}
      label={label}
      hint={hint}
      checked={wish ?? on}
      error={trouble && `${trouble.title}. ${trouble.detail}`}
      onChange={({ target }) => {
        if (saving.isPending) return;
        setWish(target.checked);
        saving.mutate(target.checked);
      }}
    />
  );
}
