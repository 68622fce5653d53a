package spine.pipeline.interval;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import spine.api.model.IntervalRule;
import spine.api.model.ModelCard;
import spine.api.score.Score;
import spine.api.score.ScoreInterval;
import spine.api.score.ScoreIntervals;

/** Gives the totals of one study their intervals, or says why they have none. */
public final class TotalIntervals {
    private final IntervalRule rule;

    public TotalIntervals(IntervalRule rule) {
        this.rule = rule;
    }

    /**
     * @param anatomy card of the anatomy model that served
     * @param score what the report gives
     * @param strict score of the findings of at least {@link IntervalRule#strict} only
     * @param lenient score of those of at least {@link IntervalRule#lenient}
     * @param traits of the study
     */
    public ScoreIntervals of(ModelCard anatomy, Score score, Score strict, Score lenient, Map<StudyTrait, Double> traits) {
        if (!anatomy.weightsSha256().equals(rule.anatomySha256())) {
            return withheld("No interval: it was calibrated with another anatomy model than " + anatomy.id() + " " + anatomy.version()
                    + ".");
        }
        for (StudyTrait trait : StudyTrait.values()) {
            IntervalRule.Range range = rule.familiar().get(trait.key());
            double value = traits.get(trait);
            if (range != null && !range.contains(value)) {
                return withheld(String.format(Locale.ROOT,
                        "No interval: %s (%s) is unlike that of the studies it was calibrated on (%.3f to %.3f).",
                        trait.words(), Double.isNaN(value) ? "not to be measured" : String.format(Locale.ROOT, "%.3f", value), range.low(),
                        range.high()));
            }
        }
        Map<String, ScoreInterval> totals = new LinkedHashMap<>();
        score.totals().forEach((name, shown) -> {
            if (rule.margins().containsKey(name)) {
                totals.put(name, ConformalBounds.interval(strict.totals().get(name), lenient.totals().get(name), rule.margins().get(name),
                        shown));
            }
        });
        return totals.isEmpty() ? withheld("No interval: none of these totals was calibrated.")
                : new ScoreIntervals(rule.indexId(), rule.coverage(), totals, "");
    }

    /**
     * None, because the index was set to something else when they were calibrated; empty if it was not.
     *
     * @param changed settings in effect
     */
    public Optional<ScoreIntervals> withheldFor(Map<String, String> changed) {
        Map<String, String> now = rule.ofIndex(changed);
        return now.equals(rule.settings()) ? Optional.empty() : Optional.of(withheld("No interval: it was calibrated with "
                + words(rule.settings()) + " of " + rule.indexId() + "; in effect are " + words(now) + "."));
    }

    /**
     * None, for a reason that is told elsewhere, such as an index that could not score the strict or the lenient findings.
     *
     * @param sentence that says so, or its end
     */
    public ScoreIntervals withheldFor(String sentence) {
        return withheld("No interval: " + sentence);
    }

    private static String words(Map<String, String> settings) {
        return settings.isEmpty() ? "the default settings" : "the settings " + settings.entrySet().stream()
                .map(setting -> setting.getKey() + " = " + setting.getValue()).sorted().collect(Collectors.joining(", "));
    }

    private ScoreIntervals withheld(String why) {
        return ScoreIntervals.withheld(rule.indexId(), rule.coverage(), why);
    }
}
