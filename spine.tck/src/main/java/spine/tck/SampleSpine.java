package spine.tck;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import spine.api.anatomy.Disc;
import spine.api.anatomy.DiscLevel;
import spine.api.anatomy.DiscovertebralUnit;
import spine.api.anatomy.Endplate;
import spine.api.anatomy.NumericalVariant;
import spine.api.anatomy.SpineAnatomy;
import spine.api.anatomy.StackAnatomy;
import spine.api.anatomy.Vertebra;
import spine.api.anatomy.VertebralBody;
import spine.api.image.Acquisition;
import spine.api.image.Slice;
import spine.api.image.SlicePlane;
import spine.api.image.SliceStack;
import spine.api.image.Study;
import spine.api.image.Vec3;
import spine.api.score.LesionMap;
import spine.api.score.ScoringInput;

/**
 * A spine of boxes, made by hand for tests whose answers can be counted on paper. Pixels are squares of 1 mm. Every body is
 * {@value #HEIGHT} mm high and {@value #DEPTH} mm deep, so that its marrow has 320 mm2 on a slice and half of it 160 mm2; 4 mm
 * of disc lie between two bodies. The slices are 4 mm apart, from the left to the right of the patient, and all of them cross
 * the bodies; those within 8 mm of the middle show the canal, of nine slices the ones with the index 2 to 6. Not for use by
 * several threads; what {@link #input} gives may be.
 */
public final class SampleSpine {
    /** Height of a body, mm. */
    public static final int HEIGHT = 16;
    /** Extent of a body from front to back, mm. */
    public static final int DEPTH = 20;
    /** Signal of healthy marrow. */
    public static final float MARROW = 10;
    /** Signal of oedema. */
    public static final float OEDEMA = 60;
    /** Signal of fluid in the canal. */
    public static final float FLUID = 100;

    private static final float CORD = 30;
    private static final int PITCH = HEIGHT + 4;
    private static final int COLUMNS = 56;
    private static final int FRONT = 10;
    private static final int CANAL = 34;
    private static final int CORD_END = 40;
    private static final int CANAL_END = 46;
    private static final double SLICE_MM = 4;
    private static final double HALF_CANAL_MM = 8;
    private static final int OVERLAP_BODIES = 4;

    private final int slices;
    private final NumericalVariant variant;
    private final List<Vertebra> all;
    private final Set<Vertebra> bodies;
    private final Set<Vertebra> unfound = EnumSet.noneOf(Vertebra.class);
    private final byte[][] lesion;
    private boolean canal = true;
    private boolean twoStations;

    private SampleSpine(int slices, NumericalVariant variant, Set<Vertebra> bodies) {
        this.slices = slices;
        this.variant = variant;
        this.all = variant.vertebrae();
        this.bodies = bodies;
        this.lesion = new byte[slices][all.size() * PITCH * COLUMNS];
    }

    /** C2 to S1 on nine slices. */
    public static SampleSpine whole() {
        return of(9, Vertebra.C2, Vertebra.S1);
    }

    /** The bodies from {@code first} to {@code last} on {@code slices} slices. */
    public static SampleSpine of(int slices, Vertebra first, Vertebra last) {
        Set<Vertebra> bodies = EnumSet.range(first, last);
        bodies.retainAll(NumericalVariant.USUAL.vertebrae());
        return new SampleSpine(slices, NumericalVariant.USUAL, bodies);
    }

    /** C2 to S1 of a person with one vertebra more or fewer, on nine slices. */
    public static SampleSpine of(NumericalVariant variant) {
        return new SampleSpine(9, variant, EnumSet.copyOf(variant.vertebrae()));
    }

    /** No slice shows the canal, as if the model had not found it. */
    public SampleSpine withoutCanal() {
        canal = false;
        return this;
    }

    /** The body was not found, although the units beside it are said to be present. */
    public SampleSpine unfound(Vertebra body) {
        unfound.add(body);
        return this;
    }

    /** Two overlapping stations instead of one stack: the upper units are scored on the first. */
    public SampleSpine inTwoStations() {
        twoStations = true;
        return this;
    }

    /**
     * Draws oedema into a body; bounds in mm, the second of each pair excluded.
     *
     * @param slice index of the slice, 0 is the leftmost
     * @param top from the upper endplate downwards, 0..{@value #HEIGHT}
     * @param front from the front backwards, 0..{@value #DEPTH}
     */
    public SampleSpine oedema(Vertebra body, int slice, int top, int bottom, int front, int back) {
        for (int row = all.indexOf(body) * PITCH + top; row < all.indexOf(body) * PITCH + bottom; row++) {
            Arrays.fill(lesion[slice], row * COLUMNS + FRONT + front, row * COLUMNS + FRONT + back, (byte) 1);
        }
        return this;
    }

    /** Fills every body on every slice with oedema. */
    public SampleSpine oedemaEverywhere() {
        for (Vertebra body : bodies) {
            for (int slice = 0; slice < slices; slice++) {
                oedema(body, slice, 0, HEIGHT, 0, DEPTH);
            }
        }
        return this;
    }

    /** The spine as an index gets it; a new one at each call. */
    public ScoringInput input() {
        List<int[]> stations = stations();
        List<SliceStack> stacks = new ArrayList<>();
        List<StackAnatomy> anatomies = new ArrayList<>();
        List<LesionMap> lesions = new ArrayList<>();
        for (int[] station : stations) {
            byte[][] structures = structures(station);
            byte[][] canals = canals(station);
            byte[][] oedema = oedema(station, structures);
            stacks.add(stack(stacks.size() + 1, station, structures, canals, oedema));
            anatomies.add(new StackAnatomy(structures, canals, bodies(station), discs(station)));
            lesions.add(new LesionMap(oedema));
        }
        return new ScoringInput(new Study("2.25.1", stacks, List.of()), anatomy(anatomies, units(stations)), lesions);
    }

    private SpineAnatomy anatomy(List<StackAnatomy> stacks, List<DiscovertebralUnit> units) {
        return new SpineAnatomy(stacks, variant, units, 0.9, Optional.empty(), List.of(), List.of());
    }

    /** First and last body of each station. */
    private List<int[]> stations() {
        int first = 0;
        int last = all.size() - 1;
        int middle = all.size() / 2;
        return twoStations ? List.of(new int[] {first, middle + OVERLAP_BODIES / 2}, new int[] {middle - OVERLAP_BODIES / 2, last})
                : List.of(new int[] {first, last});
    }

    private List<DiscovertebralUnit> units(List<int[]> stations) {
        List<DiscovertebralUnit> units = new ArrayList<>();
        List<DiscLevel> existing = variant.units();
        for (DiscLevel level : variant.rows()) {
            int stack = stations.size() == 1 || all.indexOf(level.upper()) < all.size() / 2 ? 0 : 1;
            units.add(existing.contains(level) && bodies.contains(level.upper()) && bodies.contains(level.lower())
                    ? new DiscovertebralUnit(level, true, stack, 0.9) : DiscovertebralUnit.absent(level));
        }
        return units;
    }

    private boolean found(int body) {
        return bodies.contains(all.get(body)) && !unfound.contains(all.get(body));
    }

    private DiscLevel disc(int body) {
        return new DiscLevel(all.get(body), all.get(body + 1));
    }

    private static int rows(int[] station) {
        return (station[1] - station[0] + 1) * PITCH;
    }

    private byte[][] structures(int[] station) {
        byte[][] structures = new byte[slices][rows(station) * COLUMNS];
        for (byte[] slice : structures) {
            for (int b = station[0]; b <= station[1]; b++) {
                int top = (b - station[0]) * PITCH;
                if (found(b)) {
                    fill(slice, top, top + HEIGHT, FRONT, FRONT + DEPTH, StackAnatomy.bodyCode(all.get(b)));
                }
                if (b < station[1] && bodies.contains(all.get(b)) && bodies.contains(all.get(b + 1))) {
                    fill(slice, top + HEIGHT, top + PITCH, FRONT, FRONT + DEPTH, StackAnatomy.discCode(disc(b)));
                }
            }
        }
        return structures;
    }

    private byte[][] canals(int[] station) {
        byte[][] canals = new byte[slices][rows(station) * COLUMNS];
        for (int slice = 0; slice < slices && canal; slice++) {
            if (Math.abs(x(slice)) <= HALF_CANAL_MM) {
                fill(canals[slice], 0, rows(station), CANAL, CANAL_END, (byte) 1);
            }
        }
        return canals;
    }

    private byte[][] oedema(int[] station, byte[][] structures) {
        byte[][] oedema = new byte[slices][];
        for (int slice = 0; slice < slices; slice++) {
            int from = station[0] * PITCH * COLUMNS;
            oedema[slice] = Arrays.copyOfRange(lesion[slice], from, from + rows(station) * COLUMNS);
            for (int pixel = 0; pixel < oedema[slice].length; pixel++) {
                oedema[slice][pixel] *= StackAnatomy.isBody(structures[slice][pixel]) ? 1 : 0;
            }
        }
        return oedema;
    }

    private SliceStack stack(int number, int[] station, byte[][] structures, byte[][] canals, byte[][] oedema) {
        List<Slice> images = new ArrayList<>();
        for (int slice = 0; slice < slices; slice++) {
            float[] pixels = new float[structures[slice].length];
            for (int pixel = 0; pixel < pixels.length; pixel++) {
                float canalSignal = pixel % COLUMNS < CORD_END ? CORD : FLUID;
                float bone = oedema[slice][pixel] != 0 ? OEDEMA : MARROW;
                pixels[pixel] = canals[slice][pixel] != 0 ? canalSignal : StackAnatomy.isBody(structures[slice][pixel]) ? bone : 5;
            }
            Vec3 origin = new Vec3(x(slice), 0, -station[0] * PITCH);
            SlicePlane plane = new SlicePlane(origin, new Vec3(0, 1, 0), new Vec3(0, 0, -1), 1, 1);
            images.add(new Slice("2.25.1." + number + "." + (slice + 1), "1.2.840.10008.5.1.4.1.1.4", plane, rows(station), COLUMNS,
                    pixels, Optional.empty()));
        }
        Acquisition acquisition = new Acquisition(4000, 60, 220, 3, SLICE_MM, "");
        return new SliceStack("2.25.1." + number, "2.25.2", "STIR sag", acquisition, images);
    }

    private double x(int slice) {
        return SLICE_MM * ((slices - 1) / 2.0 - slice);
    }

    private List<VertebralBody> bodies(int[] station) {
        List<VertebralBody> found = new ArrayList<>();
        Vec3 cranial = new Vec3(0, 0, 1);
        double y = FRONT + DEPTH / 2.0 - 0.5;
        for (int b = station[0]; b <= station[1]; b++) {
            double top = 0.5 - PITCH * b;
            if (found(b)) {
                found.add(new VertebralBody(all.get(b), new Vec3(0, y, top - HEIGHT / 2.0), cranial, new Vec3(0, -1, 0),
                        new Endplate(new Vec3(0, y, top), cranial), new Endplate(new Vec3(0, y, top - HEIGHT), cranial.times(-1)),
                        HEIGHT, DEPTH, 0.9));
            }
        }
        return found;
    }

    private List<Disc> discs(int[] station) {
        List<Disc> found = new ArrayList<>();
        for (int b = station[0]; b < station[1]; b++) {
            if (bodies.contains(all.get(b)) && bodies.contains(all.get(b + 1))) {
                Vec3 centre = new Vec3(0, FRONT + DEPTH / 2.0 - 0.5, 0.5 - PITCH * (b + 1) + (PITCH - HEIGHT) / 2.0);
                found.add(new Disc(disc(b), centre, PITCH - HEIGHT, 0.9));
            }
        }
        return found;
    }

    private static void fill(byte[] mask, int firstRow, int endRow, int firstColumn, int endColumn, byte value) {
        for (int row = firstRow; row < endRow; row++) {
            Arrays.fill(mask, row * COLUMNS + firstColumn, row * COLUMNS + endColumn, value);
        }
    }
}
