package spine.report.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import spine.api.anatomy.DiscLevel;
import spine.api.anatomy.DiscovertebralUnit;
import spine.api.anatomy.NumericalVariant;
import spine.api.anatomy.SpineAnatomy;
import spine.api.anatomy.StackAnatomy;
import spine.api.anatomy.Vertebra;
import spine.api.image.Note;
import spine.api.image.SliceStack;
import spine.api.image.Study;
import spine.api.model.FindingRule;
import spine.api.model.ModelCard;
import spine.api.report.ImageFinding;
import spine.api.report.LesionFinding;
import spine.api.report.LesionPlace;
import spine.api.report.LesionPlace.Half;
import spine.api.report.LesionPlace.Side;
import spine.api.report.LesionPlace.Site;
import spine.api.report.LesionPlace.Wall;
import spine.api.report.ScoringResult;
import spine.api.report.Timing;
import spine.api.score.LesionMap;
import spine.api.score.Quadrant;
import spine.api.score.Score;
import spine.api.score.ScoreIntervals;
import spine.api.score.SliceFinding;
import spine.api.score.UnitScore;

/** A drawn whole spine of two stations with lesions in T6, T7, T10 and L3, and what a SPARCC reader would say of it. */
public final class DrawnResult {
    /** Of each station. */
    public static final int SLICES = DrawnStation.SLICES;
    private static final DrawnStation UPPER = new DrawnStation("11", 0);
    private static final DrawnStation LOWER = new DrawnStation("12", -270);

    private DrawnResult() {
    }

    public static ScoringResult wholeSpine() {
        Study study = new Study("1.2.3", List.of(UPPER.stack, LOWER.stack),
                List.of(Note.info("chosen by contrast"), Note.warning("The stations overlap.")));
        List<DiscovertebralUnit> units = DiscLevel.ALL.stream().map(DrawnResult::unit).toList();
        SpineAnatomy anatomy = new SpineAnatomy(List.of(UPPER.anatomy, LOWER.anatomy), units, List.of("Counting is \"unsure\", by <one>."));
        Map<String, Double> totals = new LinkedHashMap<>();
        totals.put("total23", 24.0);
        totals.put("total6", 24.0);
        List<UnitScore> scores = new ArrayList<>();
        for (DiscovertebralUnit unit : units) {
            scores.add(switch (unit.level().label()) {
                case "T6/7" -> record(unit, 9, 3, List.of(3, 4, 5, 6), Set.of(Quadrant.UPPER_ANTERIOR, Quadrant.LOWER_ANTERIOR), false);
                case "T9/10" -> record(unit, 6, 2, List.of(0, 1, 2, 3, 4), Set.of(Quadrant.LOWER_POSTERIOR), true);
                case "T10/11" -> record(unit, 3, 2, List.of(2, 3, 4), Set.of(Quadrant.UPPER_POSTERIOR), false);
                case "L2/3" -> record(unit, 6, 4, List.of(4, 5, 6), Set.of(Quadrant.LOWER_ANTERIOR, Quadrant.LOWER_POSTERIOR), false);
                default -> new UnitScore(unit, 0, List.of(), List.of());
            });
        }
        Score score = new Score("sparcc", "1.0.0", totals, Map.of("total23", 414.0, "total6", 108.0),
                List.of("T6/7", "T9/10", "L2/3", "T10/11"), scores, List.of());
        return new ScoringResult(study, models(), anatomy, List.of(UPPER.lesions, LOWER.lesions), images(study, scores),
                findings(), List.of(score), List.of(), List.of("The stations overlap."), new Timing(5321, 812, 2100, 2012, 40, 357));
    }

    /** The same result with intervals of its totals, or a sentence instead. */
    public static ScoringResult with(ScoreIntervals intervals) {
        ScoringResult drawn = wholeSpine();
        return new ScoringResult(drawn.study(), drawn.models(), drawn.anatomy(), drawn.lesions(), drawn.images(), drawn.findings(),
                drawn.scores(),
                List.of(intervals), drawn.warnings(), drawn.timing());
    }

    /** The same result by models with other cards. */
    public static ScoringResult by(List<ModelCard> models) {
        ScoringResult drawn = wholeSpine();
        return new ScoringResult(drawn.study(), models, drawn.anatomy(), drawn.lesions(), drawn.images(), drawn.findings(),
                drawn.scores(), drawn.intervals(), drawn.warnings(),
                drawn.timing());
    }

    /** The same spine with a thirteenth thoracic vertebra: its names are in doubt and counted from S1, T12/13 scores 5. */
    public static ScoringResult thirteenThoracic() {
        ScoringResult full = wholeSpine();
        List<DiscovertebralUnit> units = NumericalVariant.T13.rows().stream().map(level -> level.usual()
                ? full.anatomy().unit(level) : new DiscovertebralUnit(level, true, 1, 0.4)).toList();
        SpineAnatomy anatomy = new SpineAnatomy(full.anatomy().stacks(), NumericalVariant.T13, units, 0.41, Optional.empty(),
                List.of("Counted from S1."), List.of("Names are doubtful."));
        List<UnitScore> scores = units.stream().map(unit -> unit.level().label().equals("T12/13")
                ? record(unit, 5, 3, List.of(3, 4, 5), Set.of(Quadrant.UPPER_ANTERIOR), false) : UnitScore.zero(unit)).toList();
        Score score = new Score("sparcc", "1.0.0", full.scores().get(0).totals(), full.scores().get(0).maxima(), List.of("T12/13"), scores,
                List.of());
        return new ScoringResult(full.study(), full.models(), anatomy, full.lesions(), full.images(), List.of(score),
                anatomy.warnings(), Timing.NONE);
    }

    /** The same spine without any oedema. */
    public static ScoringResult clean() {
        ScoringResult full = wholeSpine();
        Score score = full.scores().get(0);
        return new ScoringResult(full.study(), full.models(), full.anatomy(), full.study().stacks().stream().map(LesionMap::none).toList(),
                full.images().stream().map(image -> new ImageFinding(image.sopInstanceUid(), false, 0)).toList(),
                List.of(new Score("sparcc", "1.0.0", Map.of("total23", 0.0), List.of(),
                        score.units().stream().map(unit -> UnitScore.zero(unit.unit())).toList(), List.of())), List.of(), Timing.NONE);
    }

    /** The same images, but they are taken for no spine. */
    public static ScoringResult nothingFound() {
        ScoringResult full = wholeSpine();
        List<StackAnatomy> stacks = new ArrayList<>();
        List<LesionMap> lesions = new ArrayList<>();
        for (SliceStack stack : full.study().stacks()) {
            int slices = stack.slices().size();
            int pixels = stack.rows() * stack.columns();
            stacks.add(new StackAnatomy(new byte[slices][pixels], new byte[slices][pixels], List.of(), List.of()));
            lesions.add(new LesionMap(new byte[slices][pixels]));
        }
        SpineAnatomy anatomy = SpineAnatomy.none(stacks, "These images show no spine.");
        Score score = full.scores().get(0).unscored();
        List<ImageFinding> images = full.images().stream().map(image -> new ImageFinding(image.sopInstanceUid(), false, 0)).toList();
        return new ScoringResult(full.study(), full.models(), anatomy, lesions, images, List.of(score),
                List.of("These images show no spine."), Timing.NONE);
    }

    private static DiscovertebralUnit unit(DiscLevel level) {
        if (level.index() == 22) {
            return DiscovertebralUnit.absent(level);
        }
        DrawnStation station = level.index() < 12 ? UPPER : LOWER;
        boolean shown = station.anatomy.disc(level).isPresent();
        return shown ? new DiscovertebralUnit(level, true, station == UPPER ? 0 : 1, 0.97 - 0.01 * level.index())
                : DiscovertebralUnit.absent(level);
    }

    private static UnitScore record(DiscovertebralUnit unit, double score, int first, List<Integer> slices, Set<Quadrant> quadrants,
            boolean deep) {
        SliceStack stack = (unit.stack() == 0 ? UPPER : LOWER).stack;
        List<String> window = new ArrayList<>();
        for (int slice = first; slice < first + 3; slice++) {
            window.add(stack.slices().get(slice).sopInstanceUid());
        }
        List<SliceFinding> findings = slices.stream().map(slice -> new SliceFinding(stack.slices().get(slice).sopInstanceUid(), quadrants,
                deep, (unit.level().upper().code() - 1) == 11, deep ? 12.345 : 6.02, 41.0, (unit.level().upper().code() - 1) == 11 ? 0.8449
                : 0.61)).toList();
        return new UnitScore(unit, score, window, findings);
    }

    private static List<ImageFinding> images(Study study, List<UnitScore> scores) {
        Set<String> inflamed = new HashSet<>();
        scores.forEach(unit -> unit.slices().forEach(slice -> inflamed.add(slice.sopInstanceUid())));
        List<ImageFinding> images = new ArrayList<>();
        for (SliceStack stack : study.stacks()) {
            stack.slices().forEach(slice -> images.add(new ImageFinding(slice.sopInstanceUid(), inflamed.contains(slice.sopInstanceUid()),
                    inflamed.contains(slice.sopInstanceUid()) ? 0.91234 : 0.0712)));
        }
        return images;
    }

    /** One that counts, on two slices of the first station, and one that does not. */
    private static List<LesionFinding> findings() {
        List<String> images = UPPER.stack.slices().stream().map(slice -> slice.sopInstanceUid()).toList();
        return List.of(new LesionFinding("F1", 0, Vertebra.T6, new LesionPlace(Site.CORNER, Half.LOWER, Wall.ANTERIOR, Side.MEDIAN),
                        List.of(DiscLevel.of("T6/7")), images.subList(3, 5), 41.04, 328.32, 2.34567, 0, 0.91234, true,
                        "Counts: probability 0.91 reaches 0.50."),
                new LesionFinding("F2", 0, Vertebra.T9, new LesionPlace(Site.CENTRAL, Half.BOTH, Wall.BOTH, Side.LEFT), List.of(),
                        images.subList(2, 3), 12, 48, Double.NaN, 9.25, 0.0712, false, "Does not count: probability 0.07 is below 0.50."));
    }

    private static List<ModelCard> models() {
        Map<String, Double> dice = new LinkedHashMap<>();
        dice.put("dice.vertebra", 0.9312);
        dice.put("dice.disc", 0.9041);
        return List.of(
                new ModelCard("spine.model.vbivd", "1.0.0", "vbivd", List.of("background", "vertebra"), Map.of(), 0.5,
                        "Synthetic whole-spine STIR studies.", dice, "Research use only.", "ab".repeat(32)),
                new ModelCard("spine.model.bmo", "1.2.0", "bmo", List.of("background", "oedema"), Map.of(),
                        0.4, Optional.of(new FindingRule(0.2, 0.5, -1.5, Map.of("peak", new FindingRule.Term(0.8, 2)), "")),
                        Optional.empty(), Optional.empty(), "Synthetic whole-spine STIR studies.",
                        Map.of("dice.lesion", 0.71), "Research use only.", "cd".repeat(32)));
    }
}
