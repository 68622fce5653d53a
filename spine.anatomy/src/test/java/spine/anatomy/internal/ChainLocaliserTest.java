package spine.anatomy.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import spine.anatomy.internal.SyntheticSpine.Block;
import spine.anatomy.internal.SyntheticSpine.Picture;
import spine.api.anatomy.DiscLevel;
import spine.api.anatomy.DiscovertebralUnit;
import spine.api.anatomy.NumericalVariant;
import spine.api.anatomy.SpineAnatomy;
import spine.api.anatomy.StackAnatomy;
import spine.api.anatomy.Vertebra;
import spine.api.anatomy.VertebralBody;
import spine.api.image.Study;
import spine.api.image.Vec3;

class ChainLocaliserTest {
    private static final Vec3 STILL = new Vec3(0, 0, 0);
    private static final SyntheticSpine NORMAL = SyntheticSpine.normal();
    private static final Picture WHOLE = whole(NORMAL);

    private static SpineAnatomy locate(Picture... pictures) {
        Study study = new Study("1.2.3", Stream.of(pictures).map(Picture::stack).toList(), List.of());
        return new ChainLocaliser().locate(study, Stream.of(pictures).map(Picture::maps).toList());
    }

    private static Picture whole(SyntheticSpine spine) {
        Block last = spine.blocks.get(spine.blocks.size() - 1);
        return spine.picture(40, last.centre().z() - 40, 1.3, 5, 0, STILL);
    }

    /** Asserts that every named body lies on the block it should. */
    private static void assertNames(SyntheticSpine spine, StackAnatomy stack, int extra, double tolerance) {
        for (VertebralBody body : stack.bodies()) {
            Vec3 truth = spine.body(body.level().code() - 1 + extra).centre();
            assertTrue(body.centre().distance(truth) < tolerance, () -> body.level() + " is " + body.centre().distance(truth)
                    + " mm away");
        }
    }

    private static double degrees(Vec3 a, Vec3 b) {
        return Math.toDegrees(Math.acos(Math.min(1, a.dot(b))));
    }

    @Test
    void namesAndMeasuresAWholeSpine() {
        SpineAnatomy anatomy = locate(WHOLE.copy());
        StackAnatomy stack = anatomy.stacks().get(0);
        assertEquals(24, stack.bodies().size());
        assertEquals(23, stack.discs().size());
        assertNames(NORMAL, stack, 0, 2);
        for (VertebralBody body : stack.bodies()) {
            Block truth = NORMAL.body(body.level().code() - 1);
            assertTrue(degrees(body.cranial(), truth.cranial()) < 5, () -> body.level() + " tilted");
            assertTrue(degrees(body.anterior(), truth.anterior()) < 6, () -> body.level() + " turned");
            assertEquals(truth.height(), body.heightMm(), 1.5, body.level()::name);
            assertEquals(truth.depth(), body.depthMm(), 2.5, body.level()::name);
            assertEquals(0, body.cranial().dot(body.anterior()), 1e-6);
        }
        for (DiscovertebralUnit unit : anatomy.units()) {
            assertTrue(unit.present() && unit.stack() == 0 && unit.confidence() > 0.95, unit::toString);
        }
        assertEquals(List.of(), anatomy.warnings());
    }

    @Test
    void paintsEveryStructureAndNothingElse() {
        Picture picture = WHOLE.copy();
        StackAnatomy stack = locate(picture).stacks().get(0);
        int wrong = 0;
        int all = 0;
        for (int s = 0; s < picture.labels().length; s++) {
            for (int i = 0; i < picture.labels()[s].length; i++) {
                int block = picture.owner()[s][i];
                int tissue = picture.labels()[s][i];
                int code = block < 0 || tissue == SyntheticSpine.SACRUM || tissue == 0 ? 0
                        : block % 2 == 0 ? 1 + block / 2 : 101 + block / 2;
                all += code > 0 ? 1 : 0;
                wrong += stack.structures()[s][i] != code ? 1 : 0;
                assertFalse(stack.canal()[s][i] == 1 && stack.structures()[s][i] != 0);
            }
        }
        assertTrue(wrong < 0.04 * all, wrong + " of " + all);
    }

    @Test
    void aMissedDiscShiftsNoName() {
        for (int disc : new int[] {1, 15, 22}) {
            for (int instead : new int[] {0, SyntheticSpine.BODY}) {
                Picture picture = WHOLE.copy();
                picture.recolour(2 * disc + 1, instead);
                SpineAnatomy anatomy = locate(picture);
                assertEquals(24, anatomy.stacks().get(0).bodies().size(), "disc " + disc + " as " + instead);
                assertNames(NORMAL, anatomy.stacks().get(0), 0, 6);
                assertTrue(anatomy.units().get(disc).present());
                assertTrue(anatomy.warnings().stream().anyMatch(w -> w.contains(DiscLevel.ALL.get(disc).label())));
            }
        }
    }

    @Test
    void aLesionTakenForDiscOnAFewSlicesIsStillBody() {
        Picture picture = WHOLE.copy();
        int l3 = Vertebra.L3.code() - 1;
        Block block = NORMAL.body(l3);
        Vec3 endplate = block.centre().minus(block.cranial().times(block.height() / 2)).plus(block.anterior().times(block.depth() / 4));
        int middle = picture.stack().slices().size() / 2;
        int columns = picture.stack().columns();
        int[][] lesion = new int[3][];
        for (int s = 0; s < lesion.length; s++) {
            int slice = middle - 1 + s;
            lesion[s] = IntStream.range(0, picture.labels()[slice].length).filter(i -> picture.owner()[slice][i] == 2 * l3
                    && picture.stack().slices().get(slice).plane().toPatient(i % columns, i / columns).minus(endplate).length() < 11)
                    .toArray();
            IntStream.of(lesion[s]).forEach(i -> picture.labels()[slice][i] = SyntheticSpine.DISC);
        }
        StackAnatomy stack = locate(picture).stacks().get(0);
        int hidden = 0;
        long body = 0;
        for (int s = 0; s < lesion.length; s++) {
            byte[] found = stack.structures()[middle - 1 + s];
            hidden += lesion[s].length;
            body += IntStream.of(lesion[s]).filter(i -> found[i] == StackAnatomy.bodyCode(Vertebra.L3)).count();
        }
        assertNames(NORMAL, stack, 0, 2);
        assertTrue(hidden > 100 && body > 0.7 * hidden, body + " of " + hidden);
    }

    @Test
    void aMissedBodyIsCountedButNotShown() {
        Picture picture = WHOLE.copy();
        picture.recolour(2 * (Vertebra.T6.code() - 1), 0);
        SpineAnatomy anatomy = locate(picture);
        StackAnatomy stack = anatomy.stacks().get(0);
        assertEquals(23, stack.bodies().size());
        assertTrue(stack.body(Vertebra.T6).isEmpty());
        assertNames(NORMAL, stack, 0, 2);
        assertFalse(anatomy.unit(DiscLevel.of("T5/6")).present());
        assertTrue(anatomy.unit(DiscLevel.of("T7/8")).present());
    }

    @Test
    void speckleBlobsAndHolesDoNotMatter() {
        Picture picture = WHOLE.copy();
        Random random = new Random(5);
        int columns = picture.stack().columns();
        for (byte[] slice : picture.labels()) {
            for (int i = 0; i < slice.length; i++) {
                slice[i] = random.nextInt(80) == 0 ? (byte) random.nextInt(7) : slice[i];
            }
        }
        for (int blob = 0; blob < 12; blob++) {
            int s = random.nextInt(12);
            int row = random.nextInt(picture.stack().rows() - 20);
            int column = random.nextInt(columns - 20);
            byte tissue = (byte) (1 + random.nextInt(2));
            for (int k = 0; k < 400; k++) {
                int pixel = (row + k / 20) * columns + column + k % 20;
                picture.labels()[s][pixel] = picture.labels()[s][pixel] == 0 ? tissue : picture.labels()[s][pixel];
            }
        }
        SpineAnatomy anatomy = locate(picture);
        assertEquals(24, anatomy.stacks().get(0).bodies().size(), anatomy.warnings()::toString);
        assertNames(NORMAL, anatomy.stacks().get(0), 0, 3);
    }

    @Test
    void aBrightLesionLeavesNoHole() {
        Picture picture = WHOLE.copy();
        int hit = 0;
        for (int s = 0; s < picture.labels().length; s++) {
            for (int i = 0; i < picture.labels()[s].length; i++) {
                Vec3 p = picture.stack().slices().get(s).plane().toPatient(i % picture.stack().columns(), i / picture.stack().columns());
                if (p.distance(NORMAL.body(19).centre()) < 7) {
                    picture.labels()[s][i] = i % 2 == 0 ? 0 : SyntheticSpine.DISC;
                    hit++;
                }
            }
        }
        StackAnatomy stack = locate(picture).stacks().get(0);
        int filled = 0;
        for (int s = 0; s < picture.labels().length; s++) {
            for (int i = 0; i < picture.labels()[s].length; i++) {
                Vec3 p = picture.stack().slices().get(s).plane().toPatient(i % picture.stack().columns(), i / picture.stack().columns());
                filled += p.distance(NORMAL.body(19).centre()) < 7 && stack.structures()[s][i] == 20 ? 1 : 0;
            }
        }
        assertEquals(hit, filled);
    }

    @Test
    void stationsThatMovedAreCountedOnce() {
        double middle = NORMAL.body((Vertebra.T7.code() - 1)).centre().z();
        Block last = NORMAL.blocks.get(NORMAL.blocks.size() - 1);
        Picture upper = NORMAL.picture(40, middle - 45, 0.9, 4, 2, STILL);
        Picture lower = NORMAL.picture(middle + 45, last.centre().z() - 40, 1.1, 4.4, -3, new Vec3(1.5, 3, -6));
        SpineAnatomy anatomy = locate(upper, lower);
        for (DiscovertebralUnit unit : anatomy.units()) {
            assertTrue(unit.present() && unit.confidence() > 0.9, unit::toString);
        }
        assertNames(NORMAL, anatomy.stacks().get(0), 0, 2);
        assertNames(NORMAL, anatomy.stacks().get(1), 0, 10);
        assertEquals(0, anatomy.unit(DiscLevel.of("T5/6")).stack());
        assertEquals(1, anatomy.unit(DiscLevel.of("T8/9")).stack());
        assertTrue(anatomy.warnings().stream().anyMatch(w -> w.contains("moved by about 7 mm")), anatomy.warnings()::toString);
    }

    @Test
    void bentAndTwistedSpinesAreNamedToo() {
        for (SyntheticSpine spine : List.of(new SyntheticSpine(12, 5, 0.85, 1.9, 0), new SyntheticSpine(12, 5, 1, 0.6, 5))) {
            StackAnatomy stack = locate(whole(spine)).stacks().get(0);
            assertEquals(24, stack.bodies().size());
            assertNames(spine, stack, 0, 3.5);
        }
    }

    @Test
    void aVertebraMoreOrFewerIsCountedFromC2() {
        Map<NumericalVariant, SyntheticSpine> spines = Map.of(NumericalVariant.T13, new SyntheticSpine(13, 5, 1, 1, 0),
                NumericalVariant.L6, new SyntheticSpine(12, 6, 1, 1, 0), NumericalVariant.NO_T12, new SyntheticSpine(11, 5, 1, 1, 0),
                NumericalVariant.NO_L5, new SyntheticSpine(12, 4, 1, 1, 0));
        spines.forEach((truth, spine) -> {
            SpineAnatomy anatomy = locate(whole(spine));
            StackAnatomy stack = anatomy.stacks().get(0);
            assertEquals(truth.vertebrae().size(), stack.bodies().size(), truth::name);
            for (Vertebra level : EnumSet.range(Vertebra.C2, Vertebra.T11)) {
                VertebralBody body = stack.body(level).orElseThrow();
                assertTrue(body.centre().distance(spine.body(level.code() - 1).centre()) < 3, () -> truth + ": " + level);
                assertTrue(body.confidence() > 0.75, () -> truth + ": " + level + " " + body.confidence());
            }
            assertTrue(anatomy.nameConfidence() < 0.9, () -> truth + ": which one it is is never sure, " + anatomy.nameConfidence());
            assertTrue(anatomy.warnings().stream().anyMatch(w -> w.contains("instead of 22")), () -> truth + ": " + anatomy.warnings());
            long present = anatomy.units().stream().filter(DiscovertebralUnit::present).count();
            assertEquals(anatomy.variant().units().size(), present, () -> truth + " taken for " + anatomy.variant());
            assertEquals(truth.units().size(), present, truth::name);
        });
    }

    @Test
    void anExtraUnitHasAMaskOfItsOwn() {
        SpineAnatomy anatomy = locate(whole(new SyntheticSpine(13, 5, 1, 1, 0)));
        DiscovertebralUnit extra = anatomy.units().stream().filter(unit -> unit.present() && !unit.level().usual()).findFirst()
                .orElseThrow();
        byte code = StackAnatomy.discCode(extra.level());
        int pixels = 0;
        for (byte[] slice : anatomy.stacks().get(0).structures()) {
            for (byte value : slice) {
                pixels += value == code ? 1 : 0;
            }
        }
        assertTrue(pixels > 100, extra + " has " + pixels);
    }

    @Test
    void aPartialViewIsNeverNamedWithConfidence() {
        double top = NORMAL.disc((Vertebra.T3.code() - 1)).centre().z();
        double bottom = NORMAL.disc((Vertebra.L3.code() - 1)).centre().z();
        SpineAnatomy anatomy = locate(NORMAL.picture(top, bottom, 1, 4.4, 0, STILL));
        StackAnatomy stack = anatomy.stacks().get(0);
        assertTrue(stack.bodies().size() >= 10);
        assertTrue(stack.bodies().stream().allMatch(body -> body.confidence() <= 0.75));
        assertTrue(anatomy.warnings().stream().anyMatch(w -> w.contains("neither C2 nor S1")));
    }

    @Test
    void unitsCutByTheEdgeAreAbsent() {
        double bottom = NORMAL.body((Vertebra.T10.code() - 1)).centre().z() + 3;
        SpineAnatomy cut = locate(NORMAL.picture(40, bottom, 1, 4.4, 0, STILL));
        assertFalse(cut.unit(DiscLevel.of("T9/10")).present());
        assertTrue(cut.unit(DiscLevel.of("T8/9")).present());
        SpineAnatomy kept = locate(NORMAL.picture(40, bottom - 7, 1, 4.4, 0, STILL));
        assertTrue(kept.unit(DiscLevel.of("T9/10")).present());
        Vec3 centre = kept.stacks().get(0).body(Vertebra.T10).orElseThrow().centre();
        assertTrue(centre.distance(NORMAL.body((Vertebra.T10.code() - 1)).centre()) < 2.5);
    }

    @Test
    void emptyNoisyAndTinyMapsDoNotFail() {
        Picture empty = WHOLE.copy();
        for (byte[] slice : empty.labels()) {
            Arrays.fill(slice, (byte) 0);
        }
        SpineAnatomy nothing = locate(empty);
        assertTrue(nothing.noSpine().isPresent());
        assertTrue(nothing.stacks().get(0).bodies().isEmpty());
        assertTrue(nothing.units().stream().noneMatch(DiscovertebralUnit::present));

        Picture noise = WHOLE.copy();
        Random random = new Random(7);
        for (byte[] slice : noise.labels()) {
            for (int i = 0; i < slice.length; i++) {
                slice[i] = (byte) random.nextInt(7);
            }
        }
        SpineAnatomy guess = locate(noise);
        assertTrue(guess.units().stream().noneMatch(unit -> unit.confidence() > 0.9));

        Picture two = WHOLE.copy();
        for (int block = 0; block < NORMAL.blocks.size(); block++) {
            if (block < 26 || block > 28) {
                two.recolour(block, 0);
            }
        }
        SpineAnatomy pair = locate(two);
        assertTrue(pair.stacks().get(0).bodies().stream().allMatch(body -> body.confidence() <= 0.6));
    }

    @Test
    void theSameMapsGiveTheSameAnatomy() {
        Picture picture = WHOLE.copy();
        SpineAnatomy first = locate(picture);
        SpineAnatomy second = locate(picture);
        assertEquals(first.stacks().get(0).bodies(), second.stacks().get(0).bodies());
        assertEquals(first.units(), second.units());
        assertArrayEquals(first.stacks().get(0).structures(), second.stacks().get(0).structures());
    }
}
