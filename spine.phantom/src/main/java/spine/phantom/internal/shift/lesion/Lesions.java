package spine.phantom.internal.shift.lesion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import spine.phantom.internal.core.geometry.BodyCoordinates;
import spine.phantom.internal.core.geometry.Levels;
import spine.phantom.internal.core.lesion.LesionType;
import spine.phantom.internal.core.lesion.MarrowInflammation;
import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.shift.noise.SpectralNoise;
import spine.phantom.internal.shift.spine.Spine;

/** All marrow changes of a patient. Immutable. */
public final class Lesions implements MarrowInflammation {
    private final Lesion[][] marks = new Lesion[Levels.COUNT][];
    private final SpectralNoise noise;

    private Lesions(List<Lesion> all, SpectralNoise noise) {
        this.noise = noise;
        for (int i = 0; i < marks.length; i++) {
            int vertebra = i;
            marks[i] = all.stream().filter(mark -> mark.vertebra() == vertebra).toArray(Lesion[]::new);
        }
    }

    public static Lesions draw(Spine spine, SeededRandom random) {
        List<Lesion> all = new ArrayList<>(InflammatoryLesions.draw(spine, random.child("spondylitis")));
        all.addAll(LesionMimics.draw(spine, random.child("lookalikes")));
        return new Lesions(all, new SpectralNoise(3, random.child("rim")));
    }

    public Lesion[] of(int vertebra) {
        return marks[vertebra];
    }

    public double inside(Lesion mark, BodyCoordinates point) {
        return mark.inside(point, noise);
    }

    @Override
    public List<Integer> inflamed() {
        List<Integer> inflamed = new ArrayList<>();
        for (int i = 0; i < marks.length; i++) {
            if (inflamed(i)) {
                inflamed.add(i);
            }
        }
        return inflamed;
    }

    public boolean inflamed(int vertebra) {
        for (Lesion mark : marks[vertebra]) {
            if (mark.kind() == Lesion.Kind.OEDEMA) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Set<LesionType> forms() {
        return Arrays.stream(marks).flatMap(Arrays::stream).map(Lesion::form)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(LesionType.class)));
    }

    @Override
    public boolean oedema(int vertebra, BodyCoordinates point) {
        if (!MarrowInflammation.counts(vertebra, point)) {
            return false;
        }
        for (Lesion mark : marks[vertebra]) {
            if (mark.kind() == Lesion.Kind.OEDEMA && mark.inside(point, noise) > 0) {
                return true;
            }
        }
        return false;
    }
}
