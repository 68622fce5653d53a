package spine.pipeline.lesion;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import spine.api.model.FindingRule;

/**
 * What is measured of a finding to tell how probably it is inflammation. All values are finite. Area, brightness, clarity against noise,
 * extent, texture and the unevenness of the marrow around it were tried too: they added nothing on the phantom of the fit, and on another
 * make of it the log loss was 0.27 with them and 0.23 without.
 */
public enum FindingFeature {
    /** Log odds of the probability that the most probable 6 mm2 on one slice reach together. */
    PEAK(FindingRule.PEAK, "the peak of the network's probability"),
    /** Log odds of the mean probability inside the outline. */
    MEAN("mean", "the mean of the network's probability"),
    /** Number of slices with 6 mm2 or more, ln. */
    SLICES("slices", "the number of its slices"),
    /** Area of the outline over that of all candidate pixels around it: low for a small core in a wide halo. */
    FILL("fill", "the share of the suspect area that it fills"),
    /** Least distance from the nearest endplate, mm, 0..10. */
    ENDPLATE("endplate", "its distance to the endplate"),
    /**
     * How much of an island it is, as haemangiomas are: how near its centre is to the middle between front and back (1 there, exp(-1) at
     * 0.4 of the way to a wall), times its least distance from what is not its body over 3 mm, at most 1.
     */
    ISLAND("island", "its separation from the walls of the body"),
    /** Share of it that faces a candidate across the disc, as degenerative bands do. */
    MIRROR("mirror", "the extent of a counterpart across the disc"),
    /** Distance of its centre from that of the body, 1 at an endplate or wall, at most 1.5. */
    ECCENTRICITY("eccentricity", "its distance from the middle of the body"),
    /**
     * The highest {@link #MEAN} among the findings of other vertebrae of the study, at least 0.5, so that a lesion on its own is not taken
     * for less likely than one beside a doubtful spot.
     */
    COMPANY("company", "the strongest other finding of the study"),
    /** Number of other findings in the study, ln of 1 more: many spots of doubt are mottled marrow. */
    CROWD("crowd", "the number of other findings in the study");

    private static final Map<String, FindingFeature> BY_KEY =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(FindingFeature::key, Function.identity()));

    private final String key;
    private final String words;

    FindingFeature(String key, String words) {
        this.key = key;
        this.words = words;
    }

    /** Its name in a {@link FindingRule}. */
    public String key() {
        return key;
    }

    /** What a reader calls it, as a reason for a decision either way. */
    String words() {
        return words;
    }

    /** @return empty if there is no such feature */
    static Optional<FindingFeature> of(String key) {
        return Optional.ofNullable(BY_KEY.get(key));
    }
}
