import { type Profile, profileChanges } from "@locum-passport/compliance";

/** What is different between two versions, by the titles that people read. */
export function ChangesList({ before, after }: { before: Profile | null; after: Profile | null }) {
  const { added, removed, changed } = profileChanges(before?.requirements ?? [], after?.requirements ?? []);
  const lines = [
    ...added.map(({ title }) => ({ what: "Added", title })),
    ...removed.map(({ title }) => ({ what: "Taken out", title })),
    ...changed.map((one) => ({ what: "Changed", title: one.after.title })),
  ];
  if (lines.length === 0) return <p>Nothing that is asked for is different.</p>;
  return (
    <ul className="lines">
      {lines.map(({ what, title }) => (
        <li key={`${what} ${title}`}>
          {what}: <bdi>{title}</bdi>
        </li>
      ))}
    </ul>
  );
}
