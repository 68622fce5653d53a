package spine.app.internal.cli.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import spine.api.UnusableInputException;
import spine.api.image.SeriesChoice;
import spine.api.model.FindingRule;
import spine.api.model.IntervalRule;
import spine.api.model.ModelCard;
import spine.api.service.EffectiveSettings;
import spine.api.service.UnavailableException;
import spine.app.command.Console;
import spine.app.context.CommandContext;
import spine.app.internal.cli.study.TruthFile;
import spine.pipeline.ScoredStudy;
import spine.pipeline.interval.CalibrationStudy;
import spine.pipeline.interval.IntervalFit;
import spine.pipeline.interval.TraitMeasurement;

/** Runs the models that serve on studies with truth and calibrates the intervals of the totals of SPARCC. */
final class IntervalCalibrationRun {
    private static final double COVERAGE = 0.9;

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
        CardScoring scoring = new CardScoring(platform, console, FindingRule.of(card));
        for (int study = 0; study < studies.size(); study++) {
            console.done(study, studies.size(), "study", "studies");
            studies.with(study, folder -> scoring.score(platform.studies().find(List.of(folder), SeriesChoice.AUTOMATIC).get(0),
                    read -> add(folder, read)));
        }
        console.done(studies.size(), studies.size(), "study", "studies");
        try {
            return new IntervalFit(CardScoring.INDEX, COVERAGE).of(calibrated, anatomySha256, studies.description())
                    .withSettings(platform.service(EffectiveSettings.class, "list of settings").changed());
        } catch (IllegalArgumentException tooFew) {
            throw new UnusableInputException("Intervals cannot be calibrated: " + tooFew.getMessage() + ".", tooFew);
        }
    }

    private void add(Path folder, CardScoring.Read read) throws IOException {
        anatomySha256 = read.anatomySha256();
        ScoredStudy scored = read.scored();
        calibrated.add(CalibrationStudy.of(TruthFile.read(folder.resolve(TruthStudies.TRUTH)).totals(), read.at(IntervalFit.STRICT),
                read.at(IntervalFit.LENIENT), TraitMeasurement.of(scored.result().study(), scored.result().anatomy(),
                        scored.oedemaMaps())));
    }
}
