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
import spine.phantom.internal.shift.noise.Spectral;
import spine.phantom.internal.shift.spine.ShiftSpine;

/** All marrow changes of a patient. Immutable. */
public final class Marks implements MarrowInflammation {
    private final Mark[][] marks = new Mark[Levels.COUNT][];
    private final Spectral noise;

    private Marks(List<Mark> all, Spectral noise) {
        this.noise = noise;
        for (int i = 0; i < marks.length; i++) {
            int vertebra = i;
            marks[i] = all.stream().filter(mark -> mark.vertebra() == vertebra).toArray(Mark[]::new);
        }
    }

    public static Marks draw(ShiftSpine spine, SeededRandom random) {
        List<Mark> all = new ArrayList<>(Spondylitis.draw(spine, random.child("spondylitis")));
        all.addAll(Lookalikes.draw(spine, random.child("lookalikes")));
        return new Marks(all, new Spectral(3, random.child("rim")));
    }

    public Mark[] of(int vertebra) {
        return marks[vertebra];
    }

    public double inside(Mark mark, BodyCoordinates point) {
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
        for (Mark mark : marks[vertebra]) {
            if (mark.kind() == Mark.Kind.OEDEMA) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Set<LesionType> forms() {
        return Arrays.stream(marks).flatMap(Arrays::stream).map(Mark::form)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(LesionType.class)));
    }

    @Override
    public boolean oedema(int vertebra, BodyCoordinates point) {
        if (!MarrowInflammation.counts(vertebra, point)) {
            return false;
        }
        for (Mark mark : marks[vertebra]) {
            if (mark.kind() == Mark.Kind.OEDEMA && mark.inside(point, noise) > 0) {
                return true;
            }
        }
        return false;
    }
}
