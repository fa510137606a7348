import { readProfile } from "@locum-passport/compliance";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { type AgencyProfile, profileVersionQuery } from "../../api/agency-profile-queries.ts";
import { Button } from "../../design/Button.tsx";
import { momentInWords } from "../../design/day.ts";
import { Notice } from "../../design/surface.tsx";
import { ChangesList } from "./ChangesList.tsx";

interface Props {
  latest: AgencyProfile;
  baseVersion: number;
  /** Goes on with mine, to be saved after the version in force. */
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}

/** Somebody saved after this draft began: who and what, and both ways on. Nothing that was typed is lost. */
export function SavedMeanwhile({ latest, baseVersion, onKeepMine, onTakeTheirs }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const before = useQuery({ ...profileVersionQuery(baseVersion), enabled: baseVersion > 0 });
  const [saved] = latest.saved;
  if (!saved) return null;
  const known = baseVersion === 0 || before.data;
  return (
    <div ref={box} tabIndex={-1}>
      <Notice look="problem" title={`Version ${saved.version} was saved after you began`} live>
        <p>
          <bdi>{saved.by}</bdi> saved it, {momentInWords(saved.at)}. Why: <bdi>{saved.why}</bdi>
        </p>
        {known ? (
          <>
            <p>{baseVersion === 0 ? "It asks for:" : `Different from version ${baseVersion}, where you began:`}</p>
            <ChangesList before={readProfile(before.data?.profile)} after={readProfile(latest.profile)} />
          </>
        ) : null}
        <p>
          Nothing of yours is lost. If you go on with yours and save it, it takes the place of theirs: make their
          changes in yours too where they should stay.{" "}
          <Link to="/agency/profile/versions/$v" params={{ v: String(saved.version) }}>
            Look at version {saved.version}
          </Link>
        </p>
        <div className="actions">
          <Button look="calm" onClick={onKeepMine}>
            Go on with mine
          </Button>
          <Button look="danger" onClick={onTakeTheirs}>
            Throw mine away and begin from theirs
          </Button>
        </div>
      </Notice>
    </div>
  );
}
