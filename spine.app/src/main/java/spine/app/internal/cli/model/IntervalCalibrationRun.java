package spine.app.internal.cli.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import spine.api.UnusableInputException;
import spine.api.image.SeriesChoice;
import spine.api.image.Study;
import spine.api.image.StudySource;
import spine.api.model.FindingRule;
import spine.api.model.IntervalRule;
import spine.api.model.ModelCard;
import spine.api.report.ScoringResult;
import spine.api.score.Score;
import spine.api.score.ScoringIndex;
import spine.api.score.ScoringInput;
import spine.api.service.EffectiveSettings;
import spine.api.service.ScoringRequest;
import spine.api.service.UnavailableException;
import spine.app.command.Console;
import spine.app.context.CommandContext;
import spine.app.internal.cli.study.TruthFile;
import spine.pipeline.ProviderSession;
import spine.pipeline.ProviderSessions;
import spine.pipeline.ScoredStudy;
import spine.pipeline.StudyPipeline;
import spine.pipeline.interval.CalibrationStudy;
import spine.pipeline.interval.IntervalFit;
import spine.pipeline.interval.TraitMeasurement;
import spine.pipeline.lesion.CandidateFindings;
import spine.pipeline.lesion.LesionReading;

/** Runs the models that serve on studies with truth and calibrates the intervals of the totals of SPARCC. */
final class IntervalCalibrationRun {
    private static final String INDEX = "sparcc";
    private static final double COVERAGE = 0.9;
    private static final Path NOWHERE = Path.of("calibration");

    private final CommandContext platform;
    private final Console console;
    private final List<CalibrationStudy> calibrated = new ArrayList<>();
    private String anatomySha256 = "";

    IntervalCalibrationRun(CommandContext platform, Console console) {
        this.platform = platform;
        this.console = console;
    }

    /**
     * @param card of the model to calibrate, with its rule for findings
     * @throws UnusableInputException if a study cannot be scored, or there are too few
     */
    IntervalRule over(TruthStudies studies, ModelCard card) throws UnusableInputException, UnavailableException, IOException {
        ProviderSessions sessions = platform.service(ProviderSessions.class, "pipeline");
        for (int study = 0; study < studies.size(); study++) {
            console.done(study, studies.size(), "study", "studies");
            studies.with(study, folder -> add(folder, sessions, FindingRule.of(card)));
        }
        console.done(studies.size(), studies.size(), "study", "studies");
        try {
            return new IntervalFit(INDEX, COVERAGE).of(calibrated, anatomySha256, studies.description())
                    .withSettings(platform.service(EffectiveSettings.class, "list of settings").changed());
        } catch (IllegalArgumentException tooFew) {
            throw new UnusableInputException("Intervals cannot be calibrated: " + tooFew.getMessage() + ".", tooFew);
        }
    }

    private void add(Path folder, ProviderSessions sessions, FindingRule rule)
            throws IOException, UnusableInputException, UnavailableException {
        StudySource source = platform.studies().find(List.of(folder), SeriesChoice.AUTOMATIC).get(0);
        ScoringRequest request = new ScoringRequest(List.of(INDEX), List.of(), NOWHERE);
        try (ProviderSession session = sessions.open(source, request, platform.cancellation())) {
            ScoredStudy scored = new StudyPipeline(session.providers()).score(session.source(), NOWHERE, console, platform.cancellation());
            ScoringResult result = scored.result();
            Study study = result.study();
            // By the rule of the card to calibrate, which the serving bundle need not have yet.
            LesionReading reading = new LesionReading(rule, study, result.anatomy(),
                    CandidateFindings.of(rule.candidatePoint(), study, result.anatomy(), scored.oedemaMaps()));
            ScoringIndex index = session.providers().indexes().get(0);
            anatomySha256 = result.models().get(0).weightsSha256();
            calibrated.add(CalibrationStudy.of(TruthFile.read(folder.resolve(TruthStudies.TRUTH)).totals(),
                    score(index, result, reading.at(IntervalFit.STRICT)), score(index, result, reading.at(IntervalFit.LENIENT)),
                    TraitMeasurement.of(study, result.anatomy(), scored.oedemaMaps())));
        }
    }

    private static Score score(ScoringIndex index, ScoringResult result, LesionReading reading) {
        return index.score(new ScoringInput(result.study(), result.anatomy(), reading.lesions()));
    }
}
