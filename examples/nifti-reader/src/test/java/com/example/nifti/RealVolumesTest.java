package com.example.nifti;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import spine.api.image.SeriesChoice;
import spine.api.image.Slice;
import spine.api.image.SliceStack;
import spine.api.image.Vec3;

/** Public spine volumes that lie beside the checkout on some machines. */
class RealVolumesTest {
    private static final String FOLDER = "shared/data/spine";

    @Test
    void theDiscsOfTheTemplateFollowEachOtherDownTheSpine() throws Exception {
        Map<Integer, Vec3> discs = new TreeMap<>();
        for (Slice slice : load("PAM50_small_label_disc.nii.gz").slices()) {
            for (int pixel = 0; pixel < slice.pixels().length; pixel++) {
                int label = Math.round(slice.pixels()[pixel]);
                if (label > 0) {
                    discs.put(label, slice.plane().toPatient(pixel % slice.columns(), pixel / slice.columns()));
                }
            }
        }
        assertTrue(discs.size() >= 17, discs.keySet().toString());
        double above = Double.MAX_VALUE;
        for (Vec3 disc : discs.values()) {
            assertTrue(disc.z() < above, "labels grow from head to foot: " + discs);
            above = disc.z();
        }
    }

    /** Front and back are not exchanged. */
    @Test
    void theCordOfTheTemplateLiesBehindTheBacksOfItsDiscs() throws Exception {
        double cord = centre("PAM50_small_cord.nii.gz").y();
        double discs = centre("PAM50_small_label_discPosterior.nii.gz").y();
        assertTrue(cord > discs + 3, "cord at " + cord + ", backs of the discs at " + discs);
    }

    @Test
    void theLumbarVolumeKeepsItsGrid() throws Exception {
        SliceStack stack = load("t2_lumbar.nii.gz");
        assertEquals(1, stack.plane().rowSpacing(), 1e-3);
        assertEquals(1, stack.sliceSpacing(), 1e-3);
        assertTrue(stack.rows() > 100 && stack.slices().size() > 20, stack.rows() + " rows on " + stack.slices().size() + " slices");
    }

    private static Vec3 centre(String name) throws Exception {
        Vec3 sum = new Vec3(0, 0, 0);
        int count = 0;
        for (Slice slice : load(name).slices()) {
            for (int pixel = 0; pixel < slice.pixels().length; pixel++) {
                if (slice.pixels()[pixel] > 0) {
                    sum = sum.plus(slice.plane().toPatient(pixel % slice.columns(), pixel / slice.columns()));
                    count++;
                }
            }
        }
        return sum.times(1.0 / count);
    }

    private static SliceStack load(String name) throws Exception {
        String shared = System.getProperty("spine.shared");
        Stream<Path> beside = Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
                .map(folder -> folder.resolve(FOLDER));
        Stream<Path> named = Stream.ofNullable(shared).map(folder -> Path.of(folder, "data", "spine"));
        Optional<Path> file = Stream.concat(named, beside).map(folder -> folder.resolve(name)).filter(Files::exists).findFirst();
        assumeTrue(file.isPresent(), "skipped: " + FOLDER + "/" + name + " does not lie beside the checkout");
        return new NiftiStudyReader().find(List.of(file.get()), new SeriesChoice(Set.of(), true)).get(0).load().stacks().get(0);
    }
}
