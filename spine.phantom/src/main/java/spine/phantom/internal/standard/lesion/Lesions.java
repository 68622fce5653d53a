package spine.phantom.internal.standard.lesion;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import spine.phantom.internal.core.geometry.BodyCoordinates;
import spine.phantom.internal.core.geometry.Levels;
import spine.phantom.internal.core.lesion.DiseaseCourse;
import spine.phantom.internal.core.lesion.LesionChange;
import spine.phantom.internal.core.lesion.LesionType;
import spine.phantom.internal.core.lesion.MarrowInflammation;
import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.core.study.TimePoint;
import spine.phantom.internal.standard.noise.ValueNoise;
import spine.phantom.internal.standard.spine.Spine;

/** All marrow changes of a patient, by vertebra. Immutable. */
public final class Lesions implements MarrowInflammation {
    private static final Lesion[] NONE = {};
    private final List<Lesion> all;
    private final Lesion[][] byVertebra = new Lesion[Levels.COUNT][];
    private final ValueNoise noise;
    private final List<LesionChange> changes;

    private Lesions(List<Lesion> lesions, ValueNoise noise, List<LesionChange> changes) {
        this.changes = List.copyOf(changes);
        this.all = List.copyOf(lesions);
        this.noise = noise;
        for (int i = 0; i < byVertebra.length; i++) {
            int vertebra = i;
            byVertebra[i] = all.stream().filter(l -> l.vertebra() == vertebra).toArray(Lesion[]::new);
            if (byVertebra[i].length == 0) {
                byVertebra[i] = NONE;
            }
        }
    }

    /** Draws the marrow changes of a patient at a time point; of these only the inflammation changes with time. */
    public static Lesions draw(Spine spine, Cohort cohort, TimePoint time, SeededRandom random) {
        DiseaseCourse<Lesion> course = new DiseaseCourse<>(InflammatoryLesions.draw(spine, cohort, random.child("inflammation")),
                (most, now) -> InflammatoryLesions.appear(spine, cohort, most, now), random.child("course"));
        for (int later = 2; later <= time.number(); later++) {
            course.advance(later, time.unchanged());
        }
        List<Lesion> all = new ArrayList<>(course.lesions());
        all.addAll(LesionMimics.draw(spine, random.child("imitators")));
        return new Lesions(all, new ValueNoise(random.child("border")), course.changes());
    }

    @Override
    public List<LesionChange> changes() {
        return changes;
    }

    /** The changes of one vertebra, not to be changed. */
    public Lesion[] of(int vertebra) {
        return byVertebra[vertebra];
    }

    @Override
    public List<Integer> inflamed() {
        List<Integer> inflamed = new ArrayList<>();
        for (int i = 0; i < byVertebra.length; i++) {
            for (Lesion lesion : byVertebra[i]) {
                if (lesion.kind() == Lesion.Kind.OEDEMA) {
                    inflamed.add(i);
                    break;
                }
            }
        }
        return inflamed;
    }

    @Override
    public Set<LesionType> types() {
        return all.stream().map(Lesion::type).collect(Collectors.toCollection(() -> EnumSet.noneOf(LesionType.class)));
    }

    /** Share of changed marrow at a point, see {@link Lesion#weight}. */
    public double weight(Lesion lesion, BodyCoordinates point) {
        return lesion.weight(point, noise);
    }

    @Override
    public boolean oedema(int vertebra, BodyCoordinates point) {
        if (!MarrowInflammation.counts(vertebra, Levels.S1, point)) {
            return false;
        }
        boolean inflamed = false;
        for (Lesion lesion : byVertebra[vertebra]) {
            if (lesion.replacesMarrow(point, noise)) {
                return false;
            }
            inflamed = inflamed || lesion.kind() == Lesion.Kind.OEDEMA && lesion.weight(point, noise) > 0.5;
        }
        return inflamed;
    }
}
