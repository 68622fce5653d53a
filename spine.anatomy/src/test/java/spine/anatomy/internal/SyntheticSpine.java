package spine.anatomy.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import spine.anatomy.internal.tracing.Centreline;
import spine.api.image.Acquisition;
import spine.api.image.ClassProbabilities;
import spine.api.image.Slice;
import spine.api.image.SlicePlane;
import spine.api.image.SliceStack;
import spine.api.image.Vec3;
import spine.api.model.ModelRole;

/** A spine of boxes with rounded outlines on a curve, of known truth, and stacks that show its class map. */
final class SyntheticSpine {
    static final byte BODY = 1;
    static final byte DISC = 2;
    static final byte C2 = 3;
    static final byte S1 = 4;
    static final byte SACRUM = 5;
    static final byte CANAL = 6;

    /** One block: bodies have even, discs odd numbers from head to foot. */
    record Block(byte tissue, Vec3 centre, Vec3 cranial, Vec3 anterior, double height, double depth, double width) {
    }

    final List<Block> blocks = new ArrayList<>();

    /**
     * @param lumbar number of lumbar vertebrae
     * @param thoracic number of thoracic vertebrae
     * @param size factor on all lengths
     * @param kyphosis factor on all forward tilts
     * @param scoliosis largest sideways lean, degrees
     */
    SyntheticSpine(int thoracic, int lumbar, double size, double kyphosis, double scoliosis) {
        int count = 6 + thoracic + lumbar + 2;
        double[] tilt = new double[count];
        double[] height = new double[count];
        double[] depth = new double[count];
        double[] width = new double[count];
        double[] disc = new double[count];
        for (int i = 0; i < count; i++) {
            boolean cervical = i < 6;
            boolean chest = i >= 6 && i < 6 + thoracic;
            double down = chest ? (i - 6.0) / (thoracic - 1) : cervical ? 0 : 1;
            double low = i < 6 + thoracic ? 0 : (i - 6.0 - thoracic) / lumbar;
            height[i] = i == 0 ? 16 : cervical ? 11.4 : chest ? 14.5 + 8 * down : i < count - 2 ? 24 : i == count - 2 ? 29 : 22;
            depth[i] = cervical ? 15.5 + 0.4 * i : chest ? 19 + 14 * down : i < count - 2 ? 34.5 : i == count - 2 ? 31 : 20;
            width[i] = cervical ? 17 + i : chest ? 25 + 15 * down : 45;
            disc[i] = cervical ? 5.2 : chest ? 4 + 3 * down : i < count - 2 ? 8 + 3 * low : 2;
            tilt[i] = kyphosis * (cervical ? 5 + 3.4 * i : chest ? 24 - 34 * down : -10 + 44 * Math.pow(low, 2.2));
        }
        stack(size, height, depth, width, disc, tilt, scoliosis);
    }

    /**
     * A spine of these sizes, C2 to S2, mm and degrees.
     *
     * @param disc height of the disc below each body
     * @param tilt how far each body leans forward
     */
    SyntheticSpine(double[] height, double[] depth, double[] width, double[] disc, double[] tilt, double scoliosis) {
        stack(1, height, depth, width, disc, tilt, scoliosis);
    }

    private void stack(double size, double[] height, double[] depth, double[] width, double[] disc, double[] tilt,
            double scoliosis) {
        int count = height.length;
        Vec3 at = new Vec3(0, 0, 0);
        for (int i = 0; i < count; i++) {
            double lean = scoliosis * Math.sin(Math.PI * 2 * i / count);
            Vec3 cranial = direction(tilt[i], lean);
            at = at.minus(cranial.times(size * height[i] / 2));
            byte tissue = i == 0 ? C2 : i < count - 2 ? BODY : i == count - 2 ? S1 : SACRUM;
            blocks.add(block(tissue, at, cranial, size * height[i], size * depth[i], size * width[i]));
            at = at.minus(cranial.times(size * height[i] / 2));
            if (i < count - 1) {
                Vec3 between = cranial.plus(direction(tilt[i + 1], scoliosis * Math.sin(Math.PI * 2 * (i + 1) / count))).unit();
                at = at.minus(between.times(size * disc[i] / 2));
                byte disk = i < count - 2 ? DISC : 0;
                blocks.add(block(disk, at, between, size * disc[i], size * (depth[i] + depth[i + 1]) / 2, size * width[i] * 0.95));
                at = at.minus(between.times(size * disc[i] / 2));
            }
        }
    }

    static SyntheticSpine normal() {
        return new SyntheticSpine(12, 5, 1, 1, 0);
    }

    private static Vec3 direction(double tilt, double lean) {
        double t = Math.toRadians(tilt);
        double r = Math.toRadians(lean);
        return new Vec3(Math.sin(r), -Math.sin(t) * Math.cos(r), Math.cos(t) * Math.cos(r));
    }

    private static Block block(byte tissue, Vec3 centre, Vec3 cranial, double height, double depth, double width) {
        return new Block(tissue, centre, cranial, Centreline.anterior(cranial), height, depth, width);
    }

    Block body(int index) {
        return blocks.get(2 * index);
    }

    Block disc(int index) {
        return blocks.get(2 * index + 1);
    }

    /** Bodies from C2 to S1. */
    int bodies() {
        return blocks.size() / 2;
    }

    /** An upright stack that shows z from {@code top} down to {@code bottom}, shifted by the patient's motion. */
    Picture picture(double top, double bottom, double pixel, double pitch, double oblique, Vec3 motion) {
        double back = -1e9;
        double front = 1e9;
        double aside = 0;
        int seen = 0;
        for (Block b : blocks) {
            if (b.centre().z() < top && b.centre().z() > bottom) {
                front = Math.min(front, b.centre().y() - 60);
                back = Math.max(back, b.centre().y() + 60);
                aside += b.centre().x();
                seen++;
            }
        }
        double k = Math.toRadians(oblique);
        Vec3 alongRow = new Vec3(-Math.sin(k), Math.cos(k), 0);
        Vec3 down = new Vec3(0, 0, -1);
        Vec3 normal = alongRow.cross(down);
        int slices = 12;
        int rows = (int) ((top - bottom) / (pixel * 1.1));
        int columns = (int) ((back - front) / pixel);
        Vec3 middle = new Vec3(aside / Math.max(1, seen), (front + back) / 2, top);
        Vec3 corner = middle.minus(alongRow.times(columns * pixel / 2)).minus(normal.times(pitch * (slices - 1) / 2));
        List<Slice> images = new ArrayList<>();
        byte[][] labels = new byte[slices][];
        byte[][] owner = new byte[slices][];
        for (int s = 0; s < slices; s++) {
            SlicePlane plane = new SlicePlane(corner.plus(normal.times(pitch * s)), alongRow, down, pixel, pixel * 1.1);
            images.add(new Slice("1." + s, "1.2.840.10008.5.1.4.1.1.4", plane, rows, columns, new float[rows * columns],
                    Optional.empty()));
            labels[s] = new byte[rows * columns];
            owner[s] = new byte[rows * columns];
            draw(plane, rows, columns, labels[s], owner[s], motion);
        }
        SliceStack stack = new SliceStack("1", "", "", new Acquisition(4000, 60, 200, 3, pitch, ""), images);
        return new Picture(stack, labels, owner);
    }

    private void draw(SlicePlane plane, int rows, int columns, byte[] labels, byte[] owner, Vec3 motion) {
        Arrays.fill(owner, (byte) -1);
        for (int b = 0; b < blocks.size(); b++) {
            Block block = blocks.get(b);
            int middle = (int) plane.rowOf(block.centre().plus(motion));
            int reach = (int) (36 / plane.rowSpacing());
            for (int i = Math.max(0, middle - reach) * columns; i < Math.min(rows, middle + reach) * columns; i++) {
                Vec3 d = plane.toPatient(i % columns, i / columns).minus(motion).minus(block.centre());
                double h = Math.abs(d.dot(block.cranial())) / block.height() * 2;
                double u = d.dot(block.anterior()) / block.depth() * 2;
                double w = d.dot(block.cranial().cross(block.anterior())) / block.width() * 2;
                if (h <= 1 && u * u * u * u + w * w <= 1) {
                    labels[i] = block.tissue();
                    owner[i] = (byte) b;
                } else if (labels[i] == 0 && h < 1.6 && u < -1.1 && u > -1.1 - 24 / block.depth() && Math.abs(w * block.width()) < 18) {
                    labels[i] = CANAL;
                }
            }
        }
    }

    /** A stack, its class map, and which block every pixel belongs to (-1 none). */
    record Picture(SliceStack stack, byte[][] labels, byte[][] owner) {

        /** The same picture with a map of its own to corrupt. */
        Picture copy() {
            byte[][] own = new byte[labels.length][];
            for (int s = 0; s < own.length; s++) {
                own[s] = labels[s].clone();
            }
            return new Picture(stack, own, owner);
        }

        ClassProbabilities maps() {
            byte[][][] maps = new byte[ModelRole.ANATOMY_CLASSES.size()][labels.length][];
            for (int c = 0; c < maps.length; c++) {
                for (int s = 0; s < labels.length; s++) {
                    maps[c][s] = new byte[labels[s].length];
                    for (int i = 0; i < labels[s].length; i++) {
                        maps[c][s][i] = (byte) (labels[s][i] == c ? 230 : 4);
                    }
                }
            }
            return new ClassProbabilities(ModelRole.ANATOMY_CLASSES, maps);
        }

        /** The same picture with only some of its slices. */
        Picture slices(int from, int to) {
            SliceStack few = new SliceStack(stack.seriesInstanceUid(), "", "", stack.acquisition(), stack.slices().subList(from, to));
            return new Picture(few, Arrays.copyOfRange(labels, from, to), Arrays.copyOfRange(owner, from, to));
        }

        /** Gives all pixels of a block another class. */
        void recolour(int block, int tissue) {
            for (int s = 0; s < labels.length; s++) {
                for (int i = 0; i < labels[s].length; i++) {
                    labels[s][i] = owner[s][i] == block ? (byte) tissue : labels[s][i];
                }
            }
        }

        /** Gives all pixels of a class another one. */
        void replace(int from, int to) {
            for (byte[] slice : labels) {
                for (int i = 0; i < slice.length; i++) {
                    slice[i] = slice[i] == from ? (byte) to : slice[i];
                }
            }
        }
    }
}
