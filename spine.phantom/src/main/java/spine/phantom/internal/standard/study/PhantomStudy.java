package spine.phantom.internal.standard.study;

import java.util.ArrayList;
import java.util.List;
import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.core.random.SessionRandom;
import spine.phantom.internal.core.scan.Grid;
import spine.phantom.internal.core.scan.Scan;
import spine.phantom.internal.core.scan.Signal;
import spine.phantom.internal.core.scan.StudyUids;
import spine.phantom.internal.core.study.SyntheticStudy;
import spine.phantom.internal.core.study.TimePoint;
import spine.phantom.internal.standard.body.Patient;
import spine.phantom.internal.standard.lesion.Cohort;
import spine.phantom.internal.standard.lesion.Lesions;
import spine.phantom.internal.standard.raster.NoiselessSignal;
import spine.phantom.internal.standard.scan.Contrast;
import spine.phantom.internal.standard.scan.MrSimulator;
import spine.phantom.internal.standard.scan.Protocol;
import spine.phantom.internal.standard.spine.Spine;

/** One synthetic patient of the standard profile and its examination, determined by seed and time point. Safe for many threads. */
public final class PhantomStudy implements SyntheticStudy {
    private final long seed;
    private final TimePoint time;
    private final SessionRandom random;
    private final Patient patient;
    private final Protocol protocol;
    private final StudyUids uids;

    /** A patient as a clinic sees them. */
    public PhantomStudy(long seed) {
        this(seed, Cohort.CLINIC);
    }

    /** A patient of a cohort. */
    public PhantomStudy(long seed, Cohort cohort) {
        this(seed, cohort, TimePoint.FIRST);
    }

    /** A patient as a clinic sees them, at a time point. */
    public PhantomStudy(long seed, TimePoint time) {
        this(seed, Cohort.CLINIC, time);
    }

    private PhantomStudy(long seed, Cohort cohort, TimePoint time) {
        this.seed = seed;
        this.time = time;
        random = time.session(new SeededRandom(seed));
        patient = Patient.draw(cohort, time, random.lasting().child("patient"));
        protocol = Protocol.draw(random.child("protocol"));
        uids = new StudyUids(seed, time.number());
    }

    @Override
    public long seed() {
        return seed;
    }

    @Override
    public TimePoint timePoint() {
        return time;
    }

    @Override
    public String patientId() {
        return "PHANTOM-" + Long.toUnsignedString(seed);
    }

    public Patient patient() {
        return patient;
    }

    public Protocol protocol() {
        return protocol;
    }

    @Override
    public StudyUids uids() {
        return uids;
    }

    @Override
    public Spine spine() {
        return patient.spine();
    }

    @Override
    public Lesions lesions() {
        return patient.lesions();
    }

    @Override
    public Signal signal() {
        return new NoiselessSignal(patient, protocol.signals());
    }

    @Override
    public List<Grid> grids() {
        return simulator().grids();
    }

    @Override
    public List<Scan> stir() {
        return simulator().stir();
    }

    /** Renders the STIR stacks on other grids than its own. */
    public List<Scan> stir(List<Grid> grids) {
        return simulator().stir(grids);
    }

    /** Sagittal images of another contrast on given grids. */
    public List<Scan> of(Contrast contrast, List<Grid> grids) {
        return simulator().of(contrast, grids);
    }

    /** STIR images of a few slices in which no spine can be read: of another plane, or of something else than the spine. */
    public Scan elsewhere() {
        return simulator().elsewhere();
    }

    /** Localizer, T1-weighted stacks, sometimes axial images. */
    @Override
    public List<Scan> others() {
        MrSimulator simulator = simulator();
        List<Scan> scans = new ArrayList<>(simulator.localizer());
        scans.addAll(simulator.t1());
        scans.addAll(simulator.axial());
        return scans;
    }

    private MrSimulator simulator() {
        return new MrSimulator(patient, protocol, uids, random.child("scan"));
    }
}
