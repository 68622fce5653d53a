package spine.phantom.internal.shift.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import spine.api.anatomy.DiscLevel;
import spine.api.anatomy.NumericalVariant;
import spine.api.anatomy.Vertebra;
import spine.api.score.Score;
import spine.phantom.internal.core.geometry.AnatomyClasses;
import spine.phantom.internal.core.scan.Scan;
import spine.phantom.internal.core.truth.TruthScore;
import spine.phantom.internal.core.truth.VisibleMimics;
import spine.phantom.internal.shift.prior.Priors;
import spine.phantom.internal.shift.scan.FieldOfView;
import spine.phantom.internal.shift.spine.Spine;

/** What the hard profile has and the shift profile has not. */
class HardProfileTest {

    @Test
    void everyFieldOfViewOccurs() {
        Set<FieldOfView> views = EnumSet.noneOf(FieldOfView.class);
        for (int seed = 0; seed < 50; seed++) {
            views.add(new PhantomStudy(Priors.HARD, seed).protocol().view());
        }
        assertEquals(EnumSet.allOf(FieldOfView.class), views);
    }

    @ParameterizedTest
    @CsvSource({"2, USUAL", "112, T13", "8, L6", "29, NO_T12", "43, NO_L5"})
    void theTruthOfAVariantHasItsUnitsAndNoOthers(long seed, NumericalVariant variant) {
        PhantomStudy study = new PhantomStudy(Priors.HARD, seed);
        Spine spine = study.spine();
        assertEquals(variant, spine.variant());
        int s1 = variant.vertebrae().indexOf(Vertebra.S1);
        for (int i = 0; i < s1; i++) {
            assertTrue(spine.vertebra(i).frame().centre().z() > spine.vertebra(i + 1).frame().centre().z(), variant + " at " + i);
            assertTrue(spine.vertebra(i).index() == i, variant.toString());
        }
        Score score = new TruthScore(study).score();
        assertEquals(variant.rows(), score.units().stream().map(unit -> unit.unit().level()).toList());
        List<DiscLevel> absent = score.units().stream().filter(unit -> !unit.unit().present()).map(unit -> unit.unit().level()).toList();
        assertTrue(absent.containsAll(variant.rows().stream().filter(level -> !variant.units().contains(level)).toList()),
                variant + " lacks " + absent);
    }

    @Test
    void classesFollowTheVariantAndMimicsAreSeen() {
        PhantomStudy study = new PhantomStudy(Priors.HARD, 5);
        assertEquals(NumericalVariant.L6, study.spine().variant());
        Set<Byte> kinds = new TreeSet<>();
        int s1 = study.spine().sequence().s1();
        boolean[] discs = new boolean[s1];
        for (Scan scan : study.stir()) {
            for (int slice = 0; slice < scan.level().length; slice++) {
                for (int i = 0; i < scan.level()[slice].length; i++) {
                    int anatomy = scan.anatomy()[slice][i];
                    int level = scan.level()[slice][i];
                    assertEquals(anatomy == AnatomyClasses.S1, level == s1 && anatomy != AnatomyClasses.SACRUM, "S1 is one class");
                    if (anatomy == AnatomyClasses.DISC) {
                        discs[level] = true;
                    }
                }
            }
            for (byte[] slice : VisibleMimics.of(scan).labels()) {
                for (byte value : slice) {
                    kinds.add(value);
                }
            }
        }
        assertTrue(kinds.size() > 1, "no mimic is seen");
        assertTrue(discs[s1 - 1] && discs[s1 - 2], "L6/S1 and L5/6 are in view");
    }
}
