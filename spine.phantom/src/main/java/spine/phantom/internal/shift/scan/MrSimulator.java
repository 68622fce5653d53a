package spine.phantom.internal.shift.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import spine.api.image.Acquisition;
import spine.api.image.Slice;
import spine.api.image.SlicePlane;
import spine.api.image.SliceStack;
import spine.api.image.Vec3;
import spine.dicom.SopClass;
import spine.phantom.internal.core.geometry.Levels;
import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.core.random.SessionRandom;
import spine.phantom.internal.core.scan.Grid;
import spine.phantom.internal.core.scan.Scan;
import spine.phantom.internal.core.scan.SeriesInfo;
import spine.phantom.internal.core.scan.SpinEchoSequence;
import spine.phantom.internal.core.scan.StudyUids;
import spine.phantom.internal.shift.body.Patient;
import spine.phantom.internal.shift.prior.ScanPriors;
import spine.phantom.internal.shift.raster.RasterisedSlice;
import spine.phantom.internal.shift.raster.Rasteriser;
import spine.phantom.internal.shift.receive.Aliasing;
import spine.phantom.internal.shift.receive.ReceiveChain;
import spine.phantom.internal.shift.tissue.SignalModel;

/** Simulates the examination of a patient: all series of the study. Safe for many threads. */
public final class MrSimulator {
    private static final int MOST_STATIONS = 3;
    private static final Vec3 STILL = new Vec3(0, 0, 0);

    private final Patient patient;
    private final ScanPriors priors;
    private final Protocol protocol;
    private final VendorProfile vendor;
    private final StudyUids uids;
    private final SessionRandom random;
    /** Where the patient lies, from where he lay at the first examination, mm. */
    private final Vec3 table;

    public MrSimulator(Patient patient, ScanPriors priors, Protocol protocol, VendorProfile vendor, StudyUids uids,
            SessionRandom random) {
        this.patient = patient;
        this.priors = priors;
        this.protocol = protocol;
        this.vendor = vendor;
        this.uids = uids;
        this.random = random;
        SeededRandom draw = random.passing().child("table");
        table = random.first() ? STILL : new Vec3(draw.normal(0, 6), draw.normal(0, 4), draw.uniform(-40, 40));
    }

    /** Where the stations lie, head to foot. */
    public List<Grid> grids() {
        return SlicePrescription.of(patient.spine(), priors, protocol, random.child("placement")).stream()
                .map(grid -> grid.displaced(table)).toList();
    }

    /** The STIR stacks, head to foot; all in one series if the protocol says so. */
    public List<Scan> stir() {
        List<Grid> grids = grids();
        List<Scan> scans = new ArrayList<>();
        int train = random.lasting().child("train").between(6, 22);
        for (int i = 0; i < grids.size(); i++) {
            boolean own = !protocol.together();
            String words = vendor.description() + (own && grids.size() > 1 ? "_" + (i + 1) : "");
            SeriesInfo series = new SeriesInfo(own ? i : 0, own ? 0 : i * protocol.slices(), words, protocol.sequence(), train,
                    protocol.pitch());
            scans.add(acquire(grids.get(i), series, i));
        }
        return scans;
    }

    /** Localizers and, in most studies, T2-weighted or T1-weighted images with larger pixels. */
    public List<Scan> others() {
        SeededRandom draw = random.lasting().child("others");
        List<Scan> scans = new ArrayList<>();
        Vec3 centre = patient.spine().vertebra(Levels.T12).frame().centre();
        scans.add(acquire(squareGrid(centre, new Vec3(0, 1, 0), 192, 3, 15),
                new SeriesInfo(2 * MOST_STATIONS, 0, "Survey", new SpinEchoSequence(700, 50, 0), 60, 15), 2 * MOST_STATIONS));
        scans.add(acquire(squareGrid(centre, new Vec3(1, 0, 0), 192, 3, 15),
                new SeriesInfo(2 * MOST_STATIONS + 1, 0, "Survey_cor", new SpinEchoSequence(700, 50, 0), 60, 15), 2 * MOST_STATIONS + 1));
        boolean late = draw.chance(0.5);
        SpinEchoSequence sequence = late ? new SpinEchoSequence(3600, 104, 0) : new SpinEchoSequence(560, 11, 0);
        if (draw.chance(0.7)) {
            scans.add(acquire(squareGrid(centre, new Vec3(0, 1, 0), 416, 9, 5),
                    new SeriesInfo(MOST_STATIONS, 0, late ? "t2_tse_sag" : "t1_tse_sag", sequence, late ? 18 : 3, 5), MOST_STATIONS));
        }
        return scans;
    }

    /** A square stack that covers the whole spine. */
    private Grid squareGrid(Vec3 centre, Vec3 row, int size, int slices, double pitch) {
        double pixel = 620.0 / size;
        Vec3 down = new Vec3(0, 0, -1);
        Vec3 corner = centre.minus(row.times(size * pixel * 0.58)).minus(down.times(size * pixel / 2));
        List<SlicePlane> planes = new ArrayList<>();
        for (int i = 0; i < slices; i++) {
            planes.add(new SlicePlane(corner.plus(row.cross(down).times((i - (slices - 1) / 2.0) * pitch)), row, down, pixel, pixel));
        }
        return new Grid(planes, size, size, 4, STILL).displaced(table);
    }

    private Scan acquire(Grid grid, SeriesInfo series, int stack) {
        boolean inverted = series.sequence().inversion() > 0;
        SignalModel signals = protocol.signals(series.sequence());
        SessionRandom shared = random.child(inverted ? "look" : "other look");
        SeededRandom own = random.passing().child("stack", stack);
        Aliasing aliasing = new Aliasing(grid.planes().get(0).rowSpacing(), shared.passing().child("folding"));
        int margin = inverted ? aliasing.rows() : 0;
        boolean composed = inverted && protocol.stations() == 1 && protocol.view() == FieldOfView.WHOLE;
        ReceiveChain receiveChain = new ReceiveChain(patient.spine(), grid.displaced(table.times(-1)), margin, aliasing, signals, inverted,
                composed, priors, shared, own);
        Rasteriser rasteriser = new Rasteriser(patient, signals);
        int slices = grid.planes().size();
        byte[][] anatomy = new byte[slices][];
        byte[][] oedema = new byte[slices][];
        byte[][] mimic = new byte[slices][];
        byte[][] level = new byte[slices][];
        List<Slice> images = new ArrayList<>();
        for (int s = 0; s < slices; s++) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("interrupted");
            }
            RasterisedSlice layers = rasteriser.slice(grid, s, margin);
            images.add(new Slice(uids.image(stack, s), SopClass.MR_IMAGE_STORAGE, grid.planes().get(s), grid.rows(), grid.columns(),
                    stored(receiveChain.image(layers, s)), Optional.empty()));
            anatomy[s] = withoutMargin(layers.anatomy, grid, margin);
            oedema[s] = withoutMargin(layers.oedema, grid, margin);
            mimic[s] = withoutMargin(layers.mimic, grid, margin);
            level[s] = withoutMargin(layers.level, grid, margin);
        }
        SpinEchoSequence sequence = series.sequence();
        Acquisition acquisition = new Acquisition(sequence.repetition(), sequence.echo(),
                inverted && vendor.namesInversion() ? sequence.inversion() : Double.NaN, protocol.field(), grid.thickness(),
                vendor.manufacturer());
        return new Scan(new SliceStack(uids.series(series.index()), uids.frame(), series.description(), acquisition, images), grid, series,
                anatomy, oedema, mimic, level);
    }

    private float[] stored(float[] magnitudes) {
        for (int i = 0; i < magnitudes.length; i++) {
            magnitudes[i] = vendor.value(magnitudes[i]);
        }
        return magnitudes;
    }

    private static byte[] withoutMargin(byte[] wide, Grid grid, int margin) {
        int from = margin * grid.columns();
        return margin == 0 ? wide : Arrays.copyOfRange(wide, from, from + grid.rows() * grid.columns());
    }
}
