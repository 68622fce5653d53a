package spine.phantom.internal.standard.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import spine.api.image.Acquisition;
import spine.api.image.Slice;
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
import spine.phantom.internal.standard.body.Patient;
import spine.phantom.internal.standard.raster.RasterisedSlice;
import spine.phantom.internal.standard.raster.Rasteriser;
import spine.phantom.internal.standard.raster.TissueTexture;
import spine.phantom.internal.standard.receive.ReceiveChain;
import spine.phantom.internal.standard.regions.Knee;
import spine.phantom.internal.standard.tissue.SignalModel;
import spine.phantom.internal.standard.tissue.TissueProbe;

/** Simulates the examination of a patient: all series of the study. Safe for many threads. */
public final class MrSimulator {
    private static final int MOST_STATIONS = 3;
    /** Share of knees among images that show no spine. */
    private static final double KNEES = 0.2;

    private final Patient patient;
    private final Protocol protocol;
    private final StudyUids uids;
    private final SessionRandom random;
    /** Where the patient lies, from where he lay at the first examination, mm. */
    private final Vec3 table;

    public MrSimulator(Patient patient, Protocol protocol, StudyUids uids, SessionRandom random) {
        this.patient = patient;
        this.protocol = protocol;
        this.uids = uids;
        this.random = random;
        SeededRandom draw = random.passing().child("table");
        table = random.first() ? new Vec3(0, 0, 0) : new Vec3(draw.normal(0, 6), draw.normal(0, 4), draw.uniform(-40, 40));
    }

    /** Where the stations lie, head to foot. */
    public List<Grid> grids() {
        return displaced(SlicePrescription.of(patient.spine(), protocol, random.child("stations")));
    }

    /** The STIR stacks, head to foot; series 0 and on. */
    public List<Scan> stir() {
        return stir(grids());
    }

    /** The STIR stacks on other grids than those of the study. */
    public List<Scan> stir(List<Grid> grids) {
        return sagittal(grids, "STIR", protocol.sequence(), protocol.signals(), 0, 16);
    }

    /** T1-weighted images on the same grids. */
    public List<Scan> t1() {
        return of(Contrast.T1, grids());
    }

    /** Sagittal images of another contrast, which take the series of the T1-weighted ones. */
    public List<Scan> of(Contrast contrast, List<Grid> grids) {
        SeededRandom draw = random.lasting().child(contrast.name().toLowerCase(Locale.ROOT));
        SpinEchoSequence sequence = contrast.sequence(draw);
        SignalModel signals = new SignalModel(sequence, protocol.field(), protocol.fatT1(), protocol.factors(), contrast.fatShare(draw));
        return sagittal(grids, contrast.words(), sequence, signals, MOST_STATIONS, 3);
    }

    /** STIR images of something else than a sagittal spine; one stack. */
    public Scan elsewhere() {
        SeededRandom draw = random.lasting().child("elsewhere");
        SeriesInfo series = new SeriesInfo(0, 0, "STIR", protocol.sequence(), 16, protocol.pitch());
        return draw.chance(KNEES)
                ? acquire(new Knee(draw.between(Levels.L1, Levels.L5), draw.child("knee")), ElsewhereViews.knee(draw), series,
                        protocol.signals())
                : acquire(ElsewhereViews.draw(patient.spine(), draw), series, protocol.signals());
    }

    /** A coarse localizer in three planes; one series. */
    public List<Scan> localizer() {
        SpinEchoSequence sequence = new SpinEchoSequence(900, 60, 0);
        List<Grid> grids = displaced(AdditionalViews.localizer(patient.spine()));
        List<Scan> scans = new ArrayList<>();
        int first = 0;
        for (Grid grid : grids) {
            scans.add(acquire(grid, new SeriesInfo(2 * MOST_STATIONS, first, "LOCALIZER", sequence, 80, 20), signals(sequence)));
            first += grid.planes().size();
        }
        return scans;
    }

    /** Axial T2-weighted images of the lower lumbar discs, in some studies; otherwise empty. */
    public List<Scan> axial() {
        SeededRandom draw = random.lasting().child("axial");
        if (!draw.chance(0.3)) {
            return List.of();
        }
        SpinEchoSequence sequence = new SpinEchoSequence(Math.rint(draw.uniform(3000, 5000)), Math.rint(draw.uniform(90, 120)), 0);
        SeriesInfo series = new SeriesInfo(2 * MOST_STATIONS + 1, 0, "T2 TSE TRA", sequence, 20, 5);
        return List.of(acquire(AdditionalViews.axial(patient.spine()).displaced(table), series, signals(sequence)));
    }

    private List<Grid> displaced(List<Grid> grids) {
        return grids.stream().map(grid -> grid.displaced(table)).toList();
    }

    private SignalModel signals(SpinEchoSequence sequence) {
        return new SignalModel(sequence, protocol.field(), protocol.fatT1(), protocol.factors());
    }

    private List<Scan> sagittal(List<Grid> grids, String name, SpinEchoSequence sequence, SignalModel signals, int firstSeries,
            int echoTrain) {
        List<Scan> scans = new ArrayList<>();
        for (int i = 0; i < grids.size(); i++) {
            String description = grids.size() == 1 ? name + " SAG " + protocol.region().words() : name + " SAG station " + (i + 1);
            SeriesInfo series = new SeriesInfo(firstSeries + i, 0, description, sequence, echoTrain, protocol.pitch());
            scans.add(acquire(grids.get(i), series, signals));
        }
        return scans;
    }

    private Scan acquire(Grid grid, SeriesInfo series, SignalModel signals) {
        return acquire(patient.new Probe(), grid, series, signals);
    }

    private Scan acquire(TissueProbe body, Grid grid, SeriesInfo series, SignalModel signals) {
        Rasteriser rasteriser = new Rasteriser(body, patient.marrow(), signals, new TissueTexture(random.lasting().child("texture")));
        SeededRandom own = random.passing().child("series", series.index() * 100 + series.firstImage());
        boolean composed = protocol.stations() == 1 && protocol.region() == SpineRegion.WHOLE && series.index() < 2 * MOST_STATIONS;
        ReceiveChain receiveChain = new ReceiveChain(patient.spine(), grid, composed, signals,
                random.child(series.sequence().inversion() > 0 ? "look" : "other look"), own);
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
            RasterisedSlice layers = rasteriser.slice(grid, s);
            images.add(new Slice(uids.image(series.index(), series.firstImage() + s), SopClass.MR_IMAGE_STORAGE, grid.planes().get(s),
                    grid.rows(), grid.columns(), receiveChain.image(layers, s), Optional.empty()));
            anatomy[s] = layers.anatomy;
            oedema[s] = layers.oedema;
            mimic[s] = layers.mimic;
            level[s] = layers.level;
        }
        SpinEchoSequence sequence = series.sequence();
        Acquisition acquisition = new Acquisition(sequence.repetition(), sequence.echo(),
                sequence.inversion() > 0 ? sequence.inversion() : Double.NaN, protocol.field(), grid.thickness(),
                protocol.manufacturer());
        SliceStack stack = new SliceStack(uids.series(series.index()), uids.frame(), series.description(), acquisition, images);
        return new Scan(stack, grid, series, anatomy, oedema, mimic, level);
    }
}
