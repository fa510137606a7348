import { useNavigate, useParams } from "@tanstack/react-router";
import { Notice } from "../../design/surface.tsx";
import { BackLink } from "../../shell/BackLink.tsx";
import { PageHead } from "../../shell/PageHead.tsx";
import { AnswerQuestion } from "./AnswerQuestion.tsx";

/** One open question, by itself: from Do this next. */
export default function OneQuestion() {
  const { fact = "" } = useParams({ strict: false });
  const navigate = useNavigate();
  return (
    <div className="stack">
      <PageHead title="One question" back={<BackLink to="/overview">Overview</BackLink>} />
      <AnswerQuestion
        fact={fact}
        onAnswered={() => void navigate({ to: "/overview", state: { flash: "Answered." } })}
      />
      <Notice>
        <p>Only you see the answer. It decides which requirements apply to you, and goes to nobody.</p>
      </Notice>
    </div>
  );
}
