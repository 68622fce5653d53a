package spine.phantom.internal.shift.lesion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import spine.phantom.internal.core.geometry.BodyCoordinates;
import spine.phantom.internal.core.lesion.DiseaseCourse;
import spine.phantom.internal.core.lesion.LesionChange;
import spine.phantom.internal.core.lesion.LesionType;
import spine.phantom.internal.core.lesion.MarrowInflammation;
import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.core.study.TimePoint;
import spine.phantom.internal.shift.noise.SpectralNoise;
import spine.phantom.internal.shift.prior.Priors;
import spine.phantom.internal.shift.spine.Spine;
import spine.phantom.internal.shift.spine.VertebralSequence;

/** All marrow changes of a patient. Immutable. */
public final class Lesions implements MarrowInflammation {
    private final Lesion[][] lesions;
    private final int s1;
    private final SpectralNoise noise;
    private final List<LesionChange> changes;

    private Lesions(List<Lesion> all, VertebralSequence sequence, SpectralNoise noise, List<LesionChange> changes) {
        this.changes = List.copyOf(changes);
        s1 = sequence.s1();
        lesions = new Lesion[sequence.count()][];
        this.noise = noise;
        for (int i = 0; i < lesions.length; i++) {
            int vertebra = i;
            lesions[i] = all.stream().filter(lesion -> lesion.vertebra() == vertebra).toArray(Lesion[]::new);
        }
    }

    /** Draws the marrow changes of a patient at a time point; of these only the inflammation changes with time. */
    public static Lesions draw(Spine spine, Priors priors, TimePoint time, SeededRandom random) {
        DiseaseCourse<Lesion> course = new DiseaseCourse<>(InflammatoryLesions.draw(spine, priors.lesions(), random.child("spondylitis")),
                (most, now) -> InflammatoryLesions.appear(spine, priors.lesions(), most, now), random.child("course"));
        for (int later = 2; later <= time.number(); later++) {
            course.advance(later, time.unchanged());
        }
        List<Lesion> all = new ArrayList<>(course.lesions());
        all.addAll(LesionMimics.draw(spine, priors.mimics(), random.child("lookalikes")));
        return new Lesions(all, spine.sequence(), new SpectralNoise(3, random.child("rim")), course.changes());
    }

    @Override
    public List<LesionChange> changes() {
        return changes;
    }

    /** The changes of one vertebra, not to be changed. */
    public Lesion[] of(int vertebra) {
        return lesions[vertebra];
    }

    /** Distance of a point inside the rim of a lesion, mm, approximate; negative outside. */
    public double inside(Lesion lesion, BodyCoordinates point) {
        return lesion.inside(point, noise);
    }

    @Override
    public List<Integer> inflamed() {
        List<Integer> inflamed = new ArrayList<>();
        for (int i = 0; i < lesions.length; i++) {
            if (inflamed(i)) {
                inflamed.add(i);
            }
        }
        return inflamed;
    }

    /** Whether a vertebra is inflamed. */
    public boolean inflamed(int vertebra) {
        for (Lesion lesion : lesions[vertebra]) {
            if (lesion.kind() == Lesion.Kind.OEDEMA) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Set<LesionType> types() {
        return Arrays.stream(lesions).flatMap(Arrays::stream).map(Lesion::type)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(LesionType.class)));
    }

    @Override
    public boolean oedema(int vertebra, BodyCoordinates point) {
        if (!MarrowInflammation.counts(vertebra, s1, point)) {
            return false;
        }
        boolean inflamed = false;
        for (Lesion lesion : lesions[vertebra]) {
            if (lesion.kind() == Lesion.Kind.OEDEMA) {
                inflamed |= lesion.inside(point, noise) > 0;
            } else if (lesion.kind().replaces() && lesion.inside(point, noise) > 0) {
                return false;
            }
        }
        return inflamed;
    }
}
