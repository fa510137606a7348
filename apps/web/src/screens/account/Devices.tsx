import { useMutation, useQuery } from "@tanstack/react-query";
import { api, remove } from "../../api/client.ts";
import { wordsOf } from "../../api/problem.ts";
import { queryClient } from "../../api/queries.ts";
import type { Device } from "../../api/types.ts";
import { AsyncView } from "../../design/AsyncView.tsx";
import { Button } from "../../design/Button.tsx";
import { momentInWords } from "../../design/day.ts";
import { Notice, Skeleton } from "../../design/surface.tsx";
import { announce } from "../../shell/announce.ts";
import { BackLink } from "../../shell/BackLink.tsx";
import { PageHead } from "../../shell/PageHead.tsx";

const queryKey = ["devices"];

export default function Devices() {
  const devices = useQuery({
    queryKey,
    queryFn: ({ signal }) => api<{ items: Device[] }>("/api/me/devices", { signal }),
  });
  const signOut = useMutation({
    mutationFn: ({ id }: Device) => remove(`/api/me/devices/${id}`),
    onSuccess: async (_, { name }) => {
      await queryClient.invalidateQueries({ queryKey });
      announce(`${name} is signed out.`);
    },
  });
  return (
    <>
      <PageHead
        title="Devices"
        lead="Where you are signed in. We mail you when a new one signs in."
        back={<BackLink to="/account">Account</BackLink>}
      />
      {signOut.error ? (
        <Notice look="problem" title={wordsOf(signOut.error).title} live>
          {wordsOf(signOut.error).detail}
        </Notice>
      ) : null}
      <AsyncView query={devices} waiting={<Skeleton height="4.5rem" lines={2} />}>
        {({ items }) => (
          <ul className="plain-list">
            {items.map((device) => (
              <li key={device.id} className="row between">
                <span>
                  <bdi>{device.name}</bdi>
                  {device.thisOne ? " (this one)" : ""}
                  <br />
                  <span className="small quiet">
                    Signed in {momentInWords(device.signedInAt)}, last seen {momentInWords(device.lastSeenAt)}
                  </span>
                </span>
                {device.thisOne ? null : (
                  <Button
                    look="danger"
                    busy={signOut.isPending && signOut.variables.id === device.id && "Signing it out"}
                    onClick={() => signOut.mutate(device)}
                  >
                    Sign it out<span className="unseen">: {device.name}</span>
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </AsyncView>
    </>
  );
}
