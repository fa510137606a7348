import { PageHead } from "../../shell/PageHead.tsx";

export default function SignIn() {
  return <PageHead title="SignIn" />;
}
