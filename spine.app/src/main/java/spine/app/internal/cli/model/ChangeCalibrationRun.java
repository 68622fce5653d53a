package spine.app.internal.cli.model;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import spine.api.UnusableInputException;
import spine.api.model.ChangeRule;
import spine.api.model.FindingRule;
import spine.api.model.ModelCard;
import spine.api.score.Score;
import spine.api.service.EffectiveSettings;
import spine.api.service.UnavailableException;
import spine.app.command.Console;
import spine.app.context.CommandContext;

/** Runs the models that serve on pairs of studies without change and measures the smallest detectable change of SPARCC. */
final class ChangeCalibrationRun {
    private final CommandContext platform;
    private final Console console;
    private final ChangeFit fit = new ChangeFit();
    private String anatomySha256 = "";

    ChangeCalibrationRun(CommandContext platform, Console console) {
        this.platform = platform;
        this.console = console;
    }

    /**
     * Measures it and says what came out.
     *
     * @param card of the model to calibrate, with its rule for findings
     * @throws UnusableInputException if a study cannot be scored, or there are too few
     */
    ChangeRule over(StudyPairs pairs, ModelCard card) throws UnusableInputException, UnavailableException, IOException {
        FindingRule rule = FindingRule.of(card);
        CardScoring scoring = new CardScoring(platform, console, rule);
        for (int pair = 0; pair < pairs.size(); pair++) {
            console.done(pair, pairs.size(), "pair", "pairs");
            pairs.with(pair, (first, second) -> {
                List<Score> scores = new ArrayList<>();
                scoring.score(first, read -> scores.add(read.at(rule.threshold())));
                scoring.score(second, read -> {
                    scores.add(read.at(rule.threshold()));
                    anatomySha256 = read.anatomySha256();
                });
                fit.add(scores.get(0), scores.get(1));
            });
        }
        console.done(pairs.size(), pairs.size(), "pair", "pairs");
        try {
            return rule(pairs);
        } catch (IllegalArgumentException tooFew) {
            throw new UnusableInputException("The smallest detectable change cannot be measured: " + tooFew.getMessage() + ".", tooFew);
        }
    }

    private ChangeRule rule(StudyPairs pairs) throws UnavailableException {
        Map<String, Double> totals = new LinkedHashMap<>();
        fit.totals().forEach((name, change) -> {
            totals.put(name, rounded(change));
            show(name, change);
        });
        show("single unit", fit.unit());
        return new ChangeRule(CardScoring.INDEX, totals, rounded(fit.unit()), pairs.size(), anatomySha256, pairs.description(), Map.of())
                .withSettings(platform.service(EffectiveSettings.class, "list of settings").changed());
    }

    private void show(String name, ChangeFit.Detectable change) {
        console.result(String.format(Locale.ROOT, "%s: smallest detectable change %.2f points;"
                + " 1.96 SD %.2f%s, limit for new pairs %.2f", name,
                change.points(), change.spread().value(), change.spread().interval().map(ends -> String.format(Locale.ROOT,
                        " (95 %% interval %.2f to %.2f)", ends.lower(), ends.upper())).orElse(""), change.limit()));
    }

    private static double rounded(ChangeFit.Detectable change) {
        return Math.round(change.points() * 100) / 100.0;
    }
}
