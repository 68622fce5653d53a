package spine.anatomy.internal;

import java.util.Random;
import spine.anatomy.internal.SyntheticSpine.Picture;

/** What imperfect networks and imperfect scans do to class maps. Blocks are counted as in {@link SyntheticSpine}. */
enum Corruption {
    NONE,
    /** Bright lesions and voids inside bodies. */
    HOLES,
    /** Some discs taken for bone: fused levels. */
    FUSED,
    FUSED_PAIR,
    /** Some discs not found at all. */
    MISSED_DISC,
    MISSED_PAIR,
    /** Kidney, bowel or muscle taken for bone or disc. */
    BLOBS,
    BLOBS_AND_MISSED,
    /** Only slices at one side of the spine. */
    LATERAL,
    /** A seam where two stations were composed. */
    SEAM,
    /** C2 and S1 not told apart from other vertebrae. */
    ENDS_LOST,
    /** The classes of C2 and S1 on their neighbours, too. */
    ENDS_SPREAD,
    /** The class of S1 in the chest or the upper lumbar spine, C2 in the neck, some of the true ones lost. */
    ENDS_FALSE,
    /** Discs seen inside the sacrum, or S2 taken for S1. */
    SACRAL_DISC,
    /** A vein or a lesion taken for a disc. */
    FALSE_DISC,
    /** Nothing found over some centimetres. */
    DROPOUT,
    /** The upper neck not found. */
    NECK_LOST,
    /** A vertebra destroyed by metal, with its discs. */
    VOID,
    /** Ragged outlines and speckle. */
    NOISE,
    /** Three of the others. */
    SEVERAL;

    void apply(SyntheticSpine spine, Picture picture, Random random) {
        int bodies = spine.bodies() - 1;
        switch (this) {
            case HOLES -> {
                for (int k = 0; k < 8; k++) {
                    blob(picture, spine.body(random.nextInt(bodies)), 0, 0, 5 + 5 * random.nextDouble(), 0, random);
                }
            }
            case FUSED, MISSED_DISC -> {
                int first = random.nextInt(bodies - 1);
                int step = 2 + random.nextInt(6);
                for (int k = 0; k <= random.nextInt(3); k++) {
                    picture.recolour(2 * ((first + k * step) % (bodies - 1)) + 1, this == FUSED ? SyntheticSpine.BODY : 0);
                }
            }
            case FUSED_PAIR, MISSED_PAIR -> {
                int first = random.nextInt(bodies - 2);
                picture.recolour(2 * first + 1, this == FUSED_PAIR ? SyntheticSpine.BODY : 0);
                picture.recolour(2 * first + 3, this == FUSED_PAIR ? SyntheticSpine.BODY : 0);
            }
            case BLOBS -> {
                for (int k = 0; k < 3; k++) {
                    SyntheticSpine.Block near = spine.body(4 + random.nextInt(bodies - 4));
                    double radius = 10 + 12 * random.nextDouble();
                    blob(picture, near, near.depth() / 2 + radius * (0.9 + 0.8 * random.nextDouble()),
                            20 * random.nextGaussian(), radius, random.nextInt(4) == 0 ? SyntheticSpine.DISC : SyntheticSpine.BODY,
                            random);
                }
            }
            case BLOBS_AND_MISSED -> {
                BLOBS.apply(spine, picture, random);
                MISSED_DISC.apply(spine, picture, random);
            }
            case SEAM -> seam(picture, random);
            case ENDS_LOST -> {
                picture.replace(SyntheticSpine.C2, SyntheticSpine.BODY);
                picture.replace(SyntheticSpine.S1, random.nextBoolean() ? SyntheticSpine.BODY : SyntheticSpine.SACRUM);
            }
            case ENDS_SPREAD -> {
                part(picture, 2, SyntheticSpine.C2, 0.2 + 0.5 * random.nextDouble(), random.nextBoolean());
                part(picture, 2 * bodies - 2, SyntheticSpine.S1, 0.2 + 0.5 * random.nextDouble(), random.nextBoolean());
            }
            case ENDS_FALSE -> {
                for (int k = 0; k < 2; k++) {
                    part(picture, 2 * (10 + random.nextInt(bodies - 12)), SyntheticSpine.S1, 0.3 + 0.6 * random.nextDouble(), true);
                }
                part(picture, 2 * (2 + random.nextInt(6)), SyntheticSpine.C2, 0.2 + 0.3 * random.nextDouble(), true);
                part(picture, random.nextBoolean() ? 0 : 2 * bodies, SyntheticSpine.BODY, 0.6, random.nextBoolean());
            }
            case SACRAL_DISC -> {
                picture.recolour(2 * bodies + 1, SyntheticSpine.DISC);
                picture.recolour(2 * bodies + 2, random.nextBoolean() ? SyntheticSpine.S1 : SyntheticSpine.SACRUM);
            }
            case FALSE_DISC -> {
                for (int k = 0; k < 2; k++) {
                    band(picture, spine.body(2 + random.nextInt(bodies - 3)), 1.5 + 2 * random.nextDouble());
                }
            }
            case DROPOUT -> {
                int first = 2 + random.nextInt(2 * bodies - 10);
                for (int k = 0; k < 4 + random.nextInt(4); k++) {
                    picture.recolour(first + k, 0);
                }
            }
            case NECK_LOST -> {
                for (int block = 0; block < 3 + random.nextInt(5); block++) {
                    picture.recolour(block, 0);
                }
            }
            case VOID -> {
                int body = 1 + random.nextInt(bodies - 2);
                for (int block = 2 * body - 1; block <= 2 * body + 1; block++) {
                    picture.recolour(block, 0);
                }
            }
            case NOISE -> noise(picture, random);
            case SEVERAL -> {
                Corruption[] others = {HOLES, FUSED, MISSED_DISC, BLOBS, SEAM, ENDS_SPREAD, ENDS_LOST, FALSE_DISC, SACRAL_DISC, VOID,
                    NOISE};
                for (int k = 0; k < 3; k++) {
                    others[random.nextInt(others.length)].apply(spine, picture, random);
                }
            }
            default -> { }
        }
    }

    /** An ellipsoid of some class around a point of a block; existing tissue stays if the class is not background. */
    private static void blob(Picture picture, SyntheticSpine.Block at, double ahead, double aside, double radius, int tissue,
            Random random) {
        var centre = at.centre().plus(at.anterior().times(ahead)).plus(at.anterior().cross(at.cranial()).times(aside));
        double tall = radius * (0.7 + random.nextDouble());
        for (int s = 0; s < picture.labels().length; s++) {
            byte[] labels = picture.labels()[s];
            var plane = picture.stack().slices().get(s).plane();
            int columns = picture.stack().columns();
            for (int i = 0; i < labels.length; i++) {
                var d = plane.toPatient(i % columns, i / columns).minus(centre);
                double r = (d.x() * d.x() + d.y() * d.y()) / (radius * radius) + d.z() * d.z() / (tall * tall);
                if (r < 1 && (tissue == 0 ? labels[i] != SyntheticSpine.CANAL : labels[i] == 0)) {
                    labels[i] = (byte) tissue;
                }
            }
        }
    }

    /** A disc-like band across the middle of a body. */
    private static void band(Picture picture, SyntheticSpine.Block body, double half) {
        for (int s = 0; s < picture.labels().length; s++) {
            byte[] labels = picture.labels()[s];
            var plane = picture.stack().slices().get(s).plane();
            int columns = picture.stack().columns();
            for (int i = 0; i < labels.length; i++) {
                var d = plane.toPatient(i % columns, i / columns).minus(body.centre());
                if (Math.abs(d.dot(body.cranial())) < half && d.length() < body.depth() * 0.45 && labels[i] == SyntheticSpine.BODY) {
                    labels[i] = SyntheticSpine.DISC;
                }
            }
        }
    }

    /** Gives the upper or lower part of a block another class. */
    private static void part(Picture picture, int block, int tissue, double share, boolean upper) {
        int columns = picture.stack().columns();
        for (int s = 0; s < picture.labels().length; s++) {
            int low = Integer.MAX_VALUE;
            int high = -1;
            for (int i = 0; i < picture.owner()[s].length; i++) {
                if (picture.owner()[s][i] == block) {
                    low = Math.min(low, i / columns);
                    high = Math.max(high, i / columns);
                }
            }
            double cut = upper ? low + share * (high - low) : high - share * (high - low);
            for (int i = 0; i < picture.owner()[s].length; i++) {
                boolean in = upper ? i / columns <= cut : i / columns >= cut;
                if (picture.owner()[s][i] == block && in) {
                    picture.labels()[s][i] = (byte) tissue;
                }
            }
        }
    }

    private static void seam(Picture picture, Random random) {
        int rows = picture.stack().rows();
        int columns = picture.stack().columns();
        int row = rows / 4 + random.nextInt(rows / 2);
        int step = (int) Math.round(3 * random.nextGaussian());
        int lost = random.nextInt(6);
        for (byte[][] images : new byte[][][] {picture.labels(), picture.owner()}) {
            byte empty = (byte) (images == picture.owner() ? -1 : 0);
            for (byte[] image : images) {
                byte[] old = image.clone();
                for (int i = row * columns; i < image.length; i++) {
                    int r = i / columns + lost;
                    int c = i % columns + step;
                    image[i] = r < rows && c >= 0 && c < columns ? old[r * columns + c] : empty;
                }
            }
        }
    }

    private static void noise(Picture picture, Random random) {
        int columns = picture.stack().columns();
        for (byte[] labels : picture.labels()) {
            byte[] old = labels.clone();
            for (int i = 0; i < labels.length; i++) {
                int from = i + (random.nextInt(5) - 2) * columns + random.nextInt(5) - 2;
                labels[i] = from >= 0 && from < old.length ? old[from] : 0;
                labels[i] = random.nextInt(60) == 0 ? (byte) random.nextInt(7) : labels[i];
            }
        }
    }
}
