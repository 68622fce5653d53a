package spine.sparcc.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;
import spine.api.anatomy.DiscLevel;
import spine.api.anatomy.DiscovertebralUnit;
import spine.api.score.Score;
import spine.api.score.ScoringIndex;
import spine.api.score.ScoringIndexService;
import spine.api.score.ScoringInput;
import spine.api.score.UnitScore;

/**
 * The SPARCC spine inflammation index (Maksymowych et al., Arthritis Rheum 2005;53:703). Totals: {@code total23} over
 * all units, 0..414, and {@code total6} over the worst six, 0..108; with another number of worst units the name follows. A unit
 * that only a numerical variant has counts like any other: {@code total23} of 24 units runs to 432, of 22 to 396.
 */
@Component(configurationPid = {"spine.sparcc.defaults", "spine.sparcc"})
@ScoringIndexService(id = SparccIndex.ID, version = SparccIndex.VERSION)
public final class SparccIndex implements ScoringIndex {
    static final String ID = "sparcc";
    static final String VERSION = "1.0.0";
    /** Keeps its name whatever the number of units, so that it is one column of every table. */
    private static final String TOTAL = "total23";

    private final SparccRules rules;

    /** The configuration, PID {@code spine.sparcc}. */
    @ObjectClassDefinition(pid = "spine.sparcc", name = "SPARCC spine index")
    public @interface Config {
        @AttributeDefinition(name = "Smallest lesion", min = "0.01", max = "10000",
                description = "Lesion area that makes a quadrant positive, mm2")
        double minQuadrantAreaMm2() default SparccRules.MIN_QUADRANT_AREA_MM2;

        @AttributeDefinition(name = "Depth", min = "0.01", max = "1000",
                description = "Reach from the endplate that makes a lesion deep, mm")
        double deepMm() default SparccRules.DEEP_MM;

        @AttributeDefinition(name = "Intensity tolerance", min = "0.01", max = "100",
                description = "Share of the fluid signal that makes a lesion intense")
        double intensityTolerance() default SparccRules.INTENSITY_TOLERANCE;

        @AttributeDefinition(name = "Fluid percentile", min = "0", max = "100",
                description = "Percentile of the canal's signal taken as fluid")
        double fluidPercentile() default SparccRules.FLUID_PERCENTILE;

        @AttributeDefinition(name = "Slice window",
                description = "PER_UNIT: where each unit looks worst; COMMON: one for all units of a stack",
                options = {@Option(label = "PER_UNIT", value = "PER_UNIT"), @Option(label = "COMMON", value = "COMMON")})
        String windowPolicy() default "PER_UNIT";

        @AttributeDefinition(name = "Worst units", min = "1", max = "23", description = "Units in the second total")
        int worst() default SparccRules.WORST;
    }

    @Activate
    public SparccIndex(Config config) {
        this(new SparccRules(config.minQuadrantAreaMm2(), config.deepMm(), config.intensityTolerance(),
                config.fluidPercentile(), WindowPolicy.valueOf(config.windowPolicy()), config.worst()));
    }

    SparccIndex(SparccRules rules) {
        this.rules = rules;
    }

    @Override
    public Score score(ScoringInput input) {
        List<UnitScore> units = units(input);
        UnitRanking ranking = new UnitRanking(units.stream().mapToInt(unit -> (int) unit.score()).toArray());
        Map<String, Double> totals = new LinkedHashMap<>();
        Map<String, Double> maxima = new LinkedHashMap<>();
        totals.put(TOTAL, (double) ranking.totalOfWorst(units.size()));
        maxima.put(TOTAL, highest(input.anatomy().variant().units().size()));
        totals.putIfAbsent("total" + rules.worst(), (double) ranking.totalOfWorst(rules.worst()));
        maxima.putIfAbsent("total" + rules.worst(), highest(rules.worst()));
        List<String> worst = ranking.worst(rules.worst()).stream().map(i -> units.get(i).unit().level().label()).toList();
        return new Score(ID, VERSION, totals, maxima, worst, units, warnings(units));
    }

    private static double highest(int units) {
        return (double) units * SliceWindow.SLICES * SliceScore.HIGHEST;
    }

    private List<UnitScore> units(ScoringInput input) {
        Map<Integer, List<DiscovertebralUnit>> unitsOfStack = new TreeMap<>();
        Map<DiscLevel, UnitScore> records = new LinkedHashMap<>();
        for (DiscovertebralUnit unit : input.anatomy().units()) {
            records.put(unit.level(), UnitScore.zero(unit));
            if (unit.present()) {
                unitsOfStack.computeIfAbsent(unit.stack(), stack -> new ArrayList<>()).add(unit);
            }
        }
        unitsOfStack.entrySet().parallelStream().map(units -> scorer(input, units.getKey()).score(units.getValue())).toList()
                .forEach(scored -> scored.forEach(record -> records.put(record.unit().level(), record)));
        return List.copyOf(records.values());
    }

    private StackScorer scorer(ScoringInput input, int stack) {
        return new StackScorer(rules, input.study().stacks().get(stack), input.anatomy().stacks().get(stack), input.lesions().get(stack));
    }

    private static List<String> warnings(List<UnitScore> units) {
        List<String> withoutFluid = units.stream()
                .filter(unit -> unit.slices().stream().anyMatch(slice -> slice.intensityRatio() == 0))
                .map(unit -> unit.unit().level().label()).toList();
        return withoutFluid.isEmpty() ? List.of()
                : List.of("No cerebrospinal fluid was found near " + String.join(", ", withoutFluid)
                        + ": the intensity point could not be given there.");
    }
}
