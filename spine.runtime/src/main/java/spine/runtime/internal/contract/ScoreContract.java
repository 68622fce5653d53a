package spine.runtime.internal.contract;

import static spine.runtime.internal.contract.Promise.require;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.osgi.framework.Version;

import spine.api.anatomy.DiscovertebralUnit;
import spine.api.image.Slice;
import spine.api.score.Score;
import spine.api.score.ScoringInput;
import spine.api.score.SliceFinding;
import spine.api.score.UnitScore;

/** What {@link spine.api.score.ScoringIndex} promises of its answer. */
public final class ScoreContract {
    /** Sums of halves and thirds need not be exact. */
    private static final double ROUNDING = 1e-9;
    /** A person is to read them, in the report and beside the command. */
    private static final int MOST_WARNINGS = 100;
    private static final int LONGEST_WARNING = 1000;

    private final String id;
    private final String version;
    private final ScoringInput input;

    /**
     * @param id that the service names
     * @param version that the service names
     */
    public ScoreContract(String id, String version, ScoringInput input) {
        this.id = id;
        this.version = version;
        this.input = input;
    }

    /** @throws BrokenContractException if the score is not one of this index on this input */
    public void check(Score score) throws BrokenContractException {
        require(score.indexId().equals(id) && same(score.indexVersion(), version), () -> "it calls itself " + score.indexId() + " "
                + score.indexVersion() + ", its service " + id + " " + version);
        require(!score.totals().isEmpty(), () -> "it has no total");
        require(score.warnings().size() <= MOST_WARNINGS && score.warnings().stream().allMatch(warning ->
                warning.length() <= LONGEST_WARNING),
                () -> "it has " + score.warnings().size() + " warnings or one that is very long; at most " + MOST_WARNINGS + " of "
                        + LONGEST_WARNING + " characters are read");
        if (unscored(score)) {
            require(input.anatomy().noSpine().isPresent(), () -> "all totals are NaN and no unit is scored, which is only allowed where no"
                    + " spine is seen");
        } else {
            for (Map.Entry<String, Double> total : score.totals().entrySet()) {
                checkTotal(total.getKey(), total.getValue(), score.maxima().get(total.getKey()));
            }
            checkUnits(score.units());
        }
        for (Map.Entry<String, Double> maximum : score.maxima().entrySet()) {
            require(score.totals().containsKey(maximum.getKey()) && Double.isFinite(maximum.getValue()), () -> "the maximum "
                    + maximum.getKey() + " is " + maximum.getValue() + "; it must be finite and belong to a total");
        }
        List<String> labels = score.units().stream().map(unit -> unit.unit().level().label()).toList();
        require(Promise.distinct(score.worst()) && labels.containsAll(score.worst()), () -> "the worst units are " + score.worst()
                + "; each must be one of the scored units, and named once");
    }

    /** As {@link Score#unscored} makes it. */
    private static boolean unscored(Score score) {
        return score.units().isEmpty() && score.totals().values().stream().allMatch(total -> total != null && total.isNaN());
    }

    private static void checkTotal(String name, Double total, Double maximum) throws BrokenContractException {
        require(total != null && Double.isFinite(total) && total >= 0, () -> name + " is " + total
                + "; a total must be finite and at least 0");
        require(maximum == null || total <= maximum + ROUNDING, () -> name + " is " + total + ", above its maximum of " + maximum);
    }

    private void checkUnits(List<UnitScore> units) throws BrokenContractException {
        List<DiscovertebralUnit> expected = input.anatomy().units();
        require(units.stream().map(UnitScore::unit).toList().equals(expected), () -> "it scores " + units.size()
                + " units; it must score the " + expected.size() + " units of the anatomy as they are, from head to foot");
        for (UnitScore unit : units) {
            checkUnit(unit);
        }
    }

    private void checkUnit(UnitScore unit) throws BrokenContractException {
        String label = unit.unit().level().label();
        require(Double.isFinite(unit.score()) && unit.score() >= 0, () -> label + " scores " + unit.score()
                + "; the score of a unit must be finite and at least 0");
        for (Map.Entry<String, Double> measure : unit.measures().entrySet()) {
            require(measure.getValue() != null && Double.isFinite(measure.getValue()), () -> measure.getKey() + " of " + label + " is "
                    + measure.getValue() + "; a measure must be finite");
        }
        require(unit.unit().present() || unit.score() == 0 && unit.window().isEmpty() && unit.slices().isEmpty(), () -> label
                + " is not in view and scores " + unit.score() + "; such a unit scores 0 on no image");
        Set<String> images = images(unit.unit());
        for (String image : unit.window()) {
            require(images.contains(image), () -> label + " is scored on the image " + image + ", which is not one of its stack");
        }
        for (SliceFinding slice : unit.slices()) {
            checkFinding(label, slice, images);
        }
    }

    private static void checkFinding(String label, SliceFinding slice, Set<String> images) throws BrokenContractException {
        require(images.contains(slice.sopInstanceUid()), () -> label + " has a finding on the image " + slice.sopInstanceUid()
                + ", which is not one of its stack");
        require(Double.isFinite(slice.areaMm2()) && slice.areaMm2() >= 0 && Double.isFinite(slice.depthMm()) && slice.depthMm() >= 0,
                () -> "a finding of " + label + " has the area " + slice.areaMm2() + " and the depth " + slice.depthMm()
                        + "; both must be finite and at least 0");
        double ratio = slice.intensityRatio();
        require(Double.isNaN(ratio) || Double.isFinite(ratio) && ratio >= 0, () -> "a finding of " + label + " has the intensity ratio "
                + ratio + "; it must be finite and at least 0, or NaN for none");
    }

    private Set<String> images(DiscovertebralUnit unit) {
        return unit.present() ? input.study().stacks().get(unit.stack()).slices().stream().map(Slice::sopInstanceUid)
                .collect(Collectors.toSet()) : Set.of();
    }

    /** Whether both mean the same version, such as 1.0 and 1.0.0. */
    private static boolean same(String one, String other) {
        try {
            return Version.parseVersion(one).equals(Version.parseVersion(other));
        } catch (IllegalArgumentException e) {
            return one.equals(other);
        }
    }
}
