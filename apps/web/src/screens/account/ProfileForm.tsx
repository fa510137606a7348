import { PageHead } from "../../shell/PageHead.tsx";

export default function ProfileForm() {
  return <PageHead title="ProfileForm" />;
}
