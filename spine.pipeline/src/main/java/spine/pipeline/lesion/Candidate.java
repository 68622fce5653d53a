package spine.pipeline.lesion;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import spine.api.anatomy.Vertebra;

/** A lesion that may be inflammation, before anything is decided. Immutable. */
public final class Candidate {
    private final int stack;
    private final Vertebra vertebra;
    private final Outline outline;
    private final Map<FindingFeature, Double> features;
    private final Optional<BodyPosition> position;

    private Candidate(int stack, Vertebra vertebra, Outline outline, Map<FindingFeature, Double> features,
            Optional<BodyPosition> position) {
        this.stack = stack;
        this.vertebra = vertebra;
        this.outline = outline;
        this.features = Collections.unmodifiableMap(new EnumMap<>(features));
        this.position = position;
    }

    /** @return empty if it nowhere has the minimum area inside its outline */
    static Optional<Candidate> of(int stack, List<SliceRegion> pixels, StackMarrow marrow) {
        Outline outline = Outline.of(pixels, marrow);
        if (outline.regions().stream().noneMatch(region -> region.area(marrow.slice(region.slice())) >= LesionReading.MINIMUM_AREA_MM2)) {
            return Optional.empty();
        }
        SliceRegion first = pixels.get(0);
        Vertebra vertebra = marrow.vertebra(first.slice(), first.pixels()[0]);
        Optional<BodyPosition> position = marrow.body(vertebra).map(body -> BodyPosition.of(body, outline, marrow));
        return Optional.of(new Candidate(stack, vertebra, outline,
                new FeatureMeasurement(pixels, outline, marrow, position).features(), position));
    }

    /** The same beside the others of its study, of which some features depend. */
    Candidate among(double company, int others) {
        Map<FindingFeature, Double> all = new EnumMap<>(features);
        all.put(FindingFeature.COMPANY, company);
        all.put(FindingFeature.CROWD, Math.log1p(others));
        return new Candidate(stack, vertebra, outline, all, position);
    }

    /** Index of its stack in the study. */
    public int stack() {
        return stack;
    }

    /** The body it lies in. */
    public Vertebra vertebra() {
        return vertebra;
    }

    /** What is inside its outline, by slice, ascending; at least one slice. */
    public List<SliceRegion> regions() {
        return outline.regions();
    }

    /** All features. */
    public Map<FindingFeature, Double> features() {
        return features;
    }

    Outline outline() {
        return outline;
    }

    /** Empty if its body was not measured. */
    Optional<BodyPosition> position() {
        return position;
    }
}
