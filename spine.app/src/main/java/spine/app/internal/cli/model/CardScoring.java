package spine.app.internal.cli.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import spine.api.UnusableInputException;
import spine.api.image.Study;
import spine.api.image.StudySource;
import spine.api.model.FindingRule;
import spine.api.score.Score;
import spine.api.score.ScoringIndex;
import spine.api.score.ScoringInput;
import spine.api.service.ScoringRequest;
import spine.api.service.UnavailableException;
import spine.app.command.Console;
import spine.app.context.CommandContext;
import spine.pipeline.ProviderSession;
import spine.pipeline.ProviderSessions;
import spine.pipeline.ScoredStudy;
import spine.pipeline.StudyPipeline;
import spine.pipeline.lesion.CandidateFindings;
import spine.pipeline.lesion.LesionReading;

/**
 * Scores studies by the models that serve and by the rule for findings of a card that is calibrated, which the serving bundle need not
 * have yet.
 */
final class CardScoring {
    /** The index that is calibrated. */
    static final String INDEX = "sparcc";
    private static final Path NOWHERE = Path.of("calibration");

    private final CommandContext platform;
    private final Console console;
    private final ProviderSessions sessions;
    private final FindingRule rule;

    CardScoring(CommandContext platform, Console console, FindingRule rule) throws UnavailableException {
        this.platform = platform;
        this.console = console;
        this.sessions = platform.service(ProviderSessions.class, "pipeline");
        this.rule = rule;
    }

    /** A study under the models that serve; valid while it is visited. */
    record Read(ScoredStudy scored, LesionReading reading, ScoringIndex index) {

        /** The score of the findings of at least that probability. */
        Score at(double threshold) {
            return index.score(new ScoringInput(scored.result().study(), scored.result().anatomy(), reading.at(threshold).lesions()));
        }

        /** Digest of the weights of the anatomy model. */
        String anatomySha256() {
            return scored.result().models().get(0).weightsSha256();
        }
    }

    /** Sees one study. */
    interface Visitor {
        void visit(Read study) throws IOException;
    }

    void score(StudySource source, Visitor visitor) throws UnusableInputException, UnavailableException, IOException {
        ScoringRequest request = new ScoringRequest(List.of(INDEX), List.of(), NOWHERE);
        try (ProviderSession session = sessions.open(source, request, platform.cancellation())) {
            ScoredStudy scored = new StudyPipeline(session.providers()).score(session.source(), NOWHERE, console, platform.cancellation());
            Study study = scored.result().study();
            LesionReading reading = new LesionReading(rule, study, scored.result().anatomy(),
                    CandidateFindings.of(rule.candidatePoint(), study, scored.result().anatomy(), scored.oedemaMaps()));
            visitor.visit(new Read(scored, reading, session.providers().indexes().get(0)));
        }
    }
}
