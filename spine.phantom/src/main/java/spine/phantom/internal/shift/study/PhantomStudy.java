package spine.phantom.internal.shift.study;

import java.util.List;
import java.util.Locale;
import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.core.random.SessionRandom;
import spine.phantom.internal.core.scan.Grid;
import spine.phantom.internal.core.scan.Scan;
import spine.phantom.internal.core.scan.Signal;
import spine.phantom.internal.core.scan.StudyUids;
import spine.phantom.internal.core.study.SyntheticStudy;
import spine.phantom.internal.core.study.TimePoint;
import spine.phantom.internal.shift.body.Patient;
import spine.phantom.internal.shift.lesion.Lesions;
import spine.phantom.internal.shift.prior.Priors;
import spine.phantom.internal.shift.raster.NoiselessSignal;
import spine.phantom.internal.shift.scan.MrSimulator;
import spine.phantom.internal.shift.scan.Protocol;
import spine.phantom.internal.shift.scan.VendorProfile;
import spine.phantom.internal.shift.spine.Spine;

/**
 * One synthetic patient of the shift or the hard profile and its examination, determined by profile, seed and time point. Anatomy, tissues,
 * lesions, scanner and headers come from code and ranges of their own, which are not adapted to results; no training uses it. Safe for many
 * threads.
 */
public final class PhantomStudy implements SyntheticStudy {
    private final Priors priors;
    private final long seed;
    private final TimePoint time;
    private final SeededRandom random;
    private final SessionRandom session;
    private final Protocol protocol;
    private final VendorProfile vendor;
    private final StudyUids uids;
    private Patient patient;

    /** The first study of a patient. */
    public PhantomStudy(Priors priors, long seed) {
        this(priors, seed, TimePoint.FIRST);
    }

    public PhantomStudy(Priors priors, long seed, TimePoint time) {
        this.priors = priors;
        this.seed = seed;
        this.time = time;
        random = new SeededRandom(seed ^ priors.salt());
        session = time.session(random);
        protocol = Protocol.draw(priors.scan(), session.child("session"));
        vendor = VendorProfile.draw(session.child("habits"));
        uids = new StudyUids(seed ^ priors.salt(), time.number());
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
        return priors.name().toUpperCase(Locale.ROOT) + "-" + Long.toUnsignedString(seed);
    }

    @Override
    public StudyUids uids() {
        return uids;
    }

    @Override
    public Spine spine() {
        return patient().spine();
    }

    @Override
    public Lesions lesions() {
        return patient().lesions();
    }

    public Priors priors() {
        return priors;
    }

    public Protocol protocol() {
        return protocol;
    }

    public VendorProfile vendor() {
        return vendor;
    }

    @Override
    public Signal signal() {
        return new NoiselessSignal(patient(), protocol.signals(protocol.sequence()));
    }

    @Override
    public List<Grid> grids() {
        return simulator().grids();
    }

    @Override
    public List<Scan> stir() {
        return simulator().stir();
    }

    @Override
    public List<Scan> others() {
        return simulator().others();
    }

    /** Drawn on first use: protocol and vendor do not need it. */
    private synchronized Patient patient() {
        if (patient == null) {
            patient = Patient.draw(priors, time, random.child("subject"));
        }
        return patient;
    }

    private MrSimulator simulator() {
        return new MrSimulator(patient(), priors.scan(), protocol, vendor, uids, session.child("acquirer"));
    }
}
