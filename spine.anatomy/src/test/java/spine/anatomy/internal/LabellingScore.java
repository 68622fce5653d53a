package spine.anatomy.internal;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import spine.anatomy.internal.SyntheticSpine.Picture;
import spine.api.anatomy.SpineAnatomy;
import spine.api.anatomy.StackAnatomy;
import spine.api.anatomy.NumericalVariant;
import spine.api.anatomy.Vertebra;
import spine.api.anatomy.VertebralBody;
import spine.api.image.Study;

/**
 * How well the bodies of one study were named.
 *
 * @param expected bodies that had to be named
 * @param found those that were
 * @param wrong bodies with a name that is not theirs
 * @param wrongAndSure those of them with a confidence above one half
 * @param warned whether a warning speaks of the names
 */
record LabellingScore(int expected, int found, int wrong, int wrongAndSure, boolean warned) {
    private static final int NAMES = NumericalVariant.USUAL.vertebrae().size();

    /** Draws a spine, the coverage of it and the corruption, and scores what the localiser makes of it. */
    static LabellingScore of(long seed, Coverage coverage, Corruption corruption) {
        Random random = new Random(seed * 7919 + coverage.ordinal() * 31L + corruption.ordinal());
        SyntheticSpine spine = RandomSpine.draw(random, 12, 5, random.nextInt(20) == 0);
        List<Picture> intact = coverage.of(spine, random);
        List<Picture> corrupted = intact.stream().map(picture -> {
            Picture own = picture.copy();
            corruption.apply(spine, own, random);
            int from = random.nextBoolean() ? 0 : 7;
            return corruption == Corruption.LATERAL ? own.slices(from, from + 5) : own;
        }).toList();
        Study study = new Study("1.2.3", corrupted.stream().map(Picture::stack).toList(), List.of());
        SpineAnatomy anatomy = new ChainLocaliser().locate(study, corrupted.stream().map(Picture::maps).toList());
        return of(corrupted, anatomy);
    }

    static LabellingScore of(List<Picture> pictures, SpineAnatomy anatomy) {
        int expected = 0;
        int found = 0;
        int wrong = 0;
        int sure = 0;
        for (int p = 0; p < pictures.size(); p++) {
            Picture picture = pictures.get(p);
            StackAnatomy stack = anatomy.stacks().get(p);
            int[] owner = owners(picture, stack);
            for (int level = 0; level < NAMES; level++) {
                if (shown(picture, level)) {
                    expected++;
                    found += owner[level] == level ? 1 : 0;
                }
                if (owner[level] != level && owner[level] != Integer.MIN_VALUE) {
                    wrong++;
                    double confidence = stack.body(Vertebra.ofCode(level + 1)).map(VertebralBody::confidence).orElse(0.0);
                    sure += confidence > 0.5 ? 1 : 0;
                }
            }
        }
        boolean warned = anatomy.warnings().stream().anyMatch(LabellingScore::ofNames);
        return new LabellingScore(expected, found, wrong, sure, warned);
    }

    private static boolean ofNames(String warning) {
        return Stream.of("No disc was seen", "No vertebral body was seen", "The patient seems to have moved")
                .noneMatch(warning::startsWith);
    }

    /** Whether the middle of the body lies well in the picture and most of its bone is in the map. */
    private static boolean shown(Picture picture, int level) {
        int columns = picture.stack().columns();
        int rows = picture.stack().rows();
        double mm = picture.stack().plane().rowSpacing();
        int all = 0;
        int bone = 0;
        int top = rows;
        int bottom = 0;
        for (int s = 0; s < picture.labels().length; s++) {
            for (int i = 0; i < picture.owner()[s].length; i++) {
                if (picture.owner()[s][i] == 2 * level) {
                    all++;
                    bone += isBone(picture.labels()[s][i]) ? 1 : 0;
                    top = Math.min(top, i / columns);
                    bottom = Math.max(bottom, i / columns);
                }
            }
        }
        boolean whole = top * mm > 3 && (rows - 1 - bottom) * mm > 3;
        double volume = all * picture.stack().plane().pixelArea() * picture.stack().sliceSpacing();
        return whole && bone > 0.6 * all && volume > 1200;
    }

    private static boolean isBone(byte tissue) {
        return tissue == SyntheticSpine.BODY || tissue == SyntheticSpine.C2 || tissue == SyntheticSpine.S1;
    }

    /** The true level of most bone of every painted body, -1 if it is none at all, MIN_VALUE if the name was not given. */
    private static int[] owners(Picture picture, StackAnatomy stack) {
        int[][] votes = new int[NAMES][NAMES + 2];
        int[] painted = new int[NAMES];
        for (int s = 0; s < stack.structures().length; s++) {
            for (int i = 0; i < stack.structures()[s].length; i++) {
                int code = stack.structures()[s][i];
                if (code >= 1 && code <= NAMES) {
                    int block = picture.owner()[s][i];
                    painted[code - 1]++;
                    if (block >= 0 && block % 2 == 0) {
                        votes[code - 1][block / 2]++;
                    }
                }
            }
        }
        int[] owner = new int[NAMES];
        for (int level = 0; level < NAMES; level++) {
            int best = 0;
            for (int k = 1; k < votes[level].length; k++) {
                best = votes[level][k] > votes[level][best] ? k : best;
            }
            owner[level] = painted[level] == 0 ? Integer.MIN_VALUE : votes[level][best] < 0.1 * painted[level] ? -1 : best;
        }
        return owner;
    }

    boolean allRight() {
        return wrong == 0 && found == expected;
    }
}
