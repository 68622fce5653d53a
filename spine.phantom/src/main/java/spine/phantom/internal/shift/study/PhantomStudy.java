package spine.phantom.internal.shift.study;

import java.util.List;
import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.core.scan.Grid;
import spine.phantom.internal.core.scan.Scan;
import spine.phantom.internal.core.scan.Signal;
import spine.phantom.internal.core.scan.StudyUids;
import spine.phantom.internal.core.study.SyntheticStudy;
import spine.phantom.internal.shift.body.Patient;
import spine.phantom.internal.shift.lesion.Lesions;
import spine.phantom.internal.shift.raster.NoiselessSignal;
import spine.phantom.internal.shift.scan.MrSimulator;
import spine.phantom.internal.shift.scan.Protocol;
import spine.phantom.internal.shift.scan.VendorProfile;
import spine.phantom.internal.shift.spine.Spine;

/**
 * One synthetic patient of the shift profile and its examination, determined by the seed. Anatomy, tissues, lesions, scanner and headers
 * come from code and ranges of their own, which are not adapted to results; no training uses it. Safe for many threads.
 */
public final class PhantomStudy implements SyntheticStudy {
    /** Makes random numbers and UIDs differ from those of the same seed in the standard profile. */
    private static final long APART = 0x5317_F7A9_0000_0000L;

    private final long seed;
    private final SeededRandom random;
    private final Protocol protocol;
    private final VendorProfile vendor;
    private final StudyUids uids;
    private Patient patient;

    public PhantomStudy(long seed) {
        this.seed = seed;
        random = new SeededRandom(seed ^ APART);
        protocol = Protocol.draw(random.child("session"));
        vendor = VendorProfile.draw(random.child("habits"));
        uids = new StudyUids(seed ^ APART);
    }

    @Override
    public long seed() {
        return seed;
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
            patient = Patient.draw(random.child("subject"));
        }
        return patient;
    }

    private MrSimulator simulator() {
        return new MrSimulator(patient(), protocol, vendor, uids, random.child("acquirer"));
    }
}
