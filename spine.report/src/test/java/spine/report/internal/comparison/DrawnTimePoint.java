package spine.report.internal.comparison;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import spine.api.UnusableInputException;
import spine.api.anatomy.Disc;
import spine.api.anatomy.DiscLevel;
import spine.api.anatomy.DiscovertebralUnit;
import spine.api.anatomy.SpineAnatomy;
import spine.api.anatomy.StackAnatomy;
import spine.api.anatomy.Vertebra;
import spine.api.image.Slice;
import spine.api.image.Study;
import spine.api.image.StudyLabel;
import spine.api.image.StudySource;
import spine.api.model.ChangeRule;
import spine.api.model.ModelCard;
import spine.api.report.Correction;
import spine.api.report.LesionFinding;
import spine.api.report.LesionPlace;
import spine.api.report.ScoringResult;
import spine.api.report.Timing;
import spine.api.report.UsedSettings;
import spine.api.score.Score;
import spine.api.score.UnitScore;
import spine.report.internal.DrawnResult;
import spine.report.internal.json.JsonReportWriter;

/** The drawn spine at a time of its own: other points and lesions, perhaps by other models, with fewer units or corrected. */
final class DrawnTimePoint {
    static final double TOTAL6_DETECTABLE = 4;
    static final double UNIT_DETECTABLE = 2;
    private static final ChangeRule RULE = new ChangeRule("sparcc", Map.of("total23", 6.0, "total6", TOTAL6_DETECTABLE), UNIT_DETECTABLE,
            40, "ab".repeat(32), "Drawn pairs", Map.of());

    private static final Correction CORRECTION = new Correction("0".repeat(64), List.of(), Map.of(),
            new Correction.OedemaChange(1, 0, 0), List.of());

    private final ScoringResult drawn = DrawnResult.wholeSpine();
    private final String study;
    private final Map<String, Double> points;
    private List<LesionFinding> findings = List.of();
    private List<String> hidden = List.of();
    private StudyLabel label = StudyLabel.NONE;
    private UsedSettings settings = new UsedSettings(Map.of(), "ee".repeat(32));
    private boolean corrected;
    private boolean ruled = true;
    private String version = "1.2.0";

    /** @param points of units by their level; others have none */
    DrawnTimePoint(String study, Map<String, Double> points) {
        this.study = study;
        this.points = points;
    }

    DrawnTimePoint lesions(LesionFinding... lesions) {
        findings = List.of(lesions);
        return this;
    }

    DrawnTimePoint hidden(String... levels) {
        hidden = List.of(levels);
        return this;
    }

    DrawnTimePoint labelled(String pseudonym, String date) {
        label = new StudyLabel(Optional.of(pseudonym), Optional.of(date));
        return this;
    }

    DrawnTimePoint corrected() {
        corrected = true;
        return this;
    }

    DrawnTimePoint by(String modelVersion) {
        version = modelVersion;
        return this;
    }

    DrawnTimePoint set(UsedSettings other) {
        settings = other;
        return this;
    }

    DrawnTimePoint withoutRule() {
        ruled = false;
        return this;
    }

    static LesionFinding lesion(String id, int stack, Vertebra vertebra, LesionPlace place, double volume) {
        DiscLevel unit = DiscLevel.below(vertebra);
        return new LesionFinding(id, stack, vertebra, place, List.of(unit), List.of("1.2.3.11.4"), volume / 8, volume, 2, 0, 0.9, true,
                "Counts.");
    }

    ScoringResult result() {
        List<DiscovertebralUnit> units = drawn.anatomy().units().stream()
                .map(unit -> hidden.contains(unit.level().label()) ? DiscovertebralUnit.absent(unit.level()) : unit).toList();
        SpineAnatomy anatomy = new SpineAnatomy(drawn.anatomy().stacks(), units, List.of());
        List<UnitScore> scores = new ArrayList<>();
        for (DiscovertebralUnit unit : units) {
            double score = unit.present() ? points.getOrDefault(unit.level().label(), 0.0) : 0;
            List<String> window = score > 0 ? drawn.study().stacks().get(unit.stack()).slices().subList(2, 5).stream()
                    .map(Slice::sopInstanceUid).toList() : List.of();
            scores.add(new UnitScore(unit, score, window, List.of()));
        }
        List<Double> sorted = scores.stream().map(UnitScore::score).sorted(Comparator.reverseOrder()).toList();
        Map<String, Double> totals = new LinkedHashMap<>();
        totals.put("total23", sorted.stream().mapToDouble(score -> score).sum());
        totals.put("total6", sorted.stream().limit(6).mapToDouble(score -> score).sum());
        Score score = new Score("sparcc", "1.0.0", totals, Map.of("total23", 414.0, "total6", 108.0), Score.worst(scores, 6), scores,
                List.of());
        ModelCard oedema = drawn.models().get(1).withVersion(version);
        List<ModelCard> models = List.of(drawn.models().get(0), ruled ? oedema.withChange(RULE) : oedema);
        return new ScoringResult(new Study(study, drawn.study().stacks(), List.of()).labelled(label), models, anatomy, drawn.lesions(),
                drawn.images(), findings, List.of(score), List.of(), List.of(), Timing.NONE, List.of("", ""), settings, List.of(),
                corrected ? Optional.of(CORRECTION) : Optional.empty());
    }

    /** All discs have the centre of the next one above. */
    static ScoringResult slipped(ScoringResult result) {
        List<StackAnatomy> stacks = result.anatomy().stacks().stream().map(stack -> new StackAnatomy(stack.structures(), stack.canal(),
                stack.bodies(), stack.discs().stream().skip(1).map(disc -> new Disc(disc.level(),
                stack.disc(DiscLevel.ALL.get(disc.level().index() - 1)).orElseThrow().centre(), disc.heightMm(), 1)).toList())).toList();
        return new ScoringResult(result.study(), result.models(), new SpineAnatomy(stacks, result.anatomy().units(), List.of()),
                result.lesions(), result.images(), result.findings(), result.scores(), List.of(), List.of(), Timing.NONE, result.engines(),
                result.settings(), List.of(), Optional.empty());
    }

    /** As scoring leaves it. @return its folder */
    Path write(Path folder) throws IOException {
        return write(result(), folder);
    }

    static Path write(ScoringResult result, Path folder) throws IOException {
        Files.createDirectories(folder);
        new JsonReportWriter().write(result, folder);
        return folder;
    }

    static StudySource source(Study study) {
        return new StudySource() {
            @Override
            public String studyInstanceUid() {
                return study.studyInstanceUid();
            }

            @Override
            public Study load() throws UnusableInputException {
                return study;
            }
        };
    }
}
