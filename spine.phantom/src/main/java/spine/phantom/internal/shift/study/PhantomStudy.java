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
 * One study of the shifted profile, a yardstick of how far models carry beyond what they were trained on: anatomy, tissues, lesions,
 * scanner and headers come from code and ranges of their own. Its ranges stay as they are, and no training uses it. Safe for many threads.
 */
public final class PhantomStudy implements SyntheticStudy {
    /** Keeps the random numbers and the UIDs apart from those of the same seed in the standard profile. */
    private static final long APART = 0x5317_F7A9_0000_0000L;

    private final long seed;
    private final SeededRandom random;
    private final Protocol session;
    private final VendorProfile habits;
    private final StudyUids uids;
    private Patient subject;

    public PhantomStudy(long seed) {
        this.seed = seed;
        random = new SeededRandom(seed ^ APART);
        session = Protocol.draw(random.child("session"));
        habits = VendorProfile.draw(random.child("habits"));
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
        return subject().spine();
    }

    @Override
    public Lesions lesions() {
        return subject().marks();
    }

    public Protocol session() {
        return session;
    }

    public VendorProfile habits() {
        return habits;
    }

    @Override
    public Signal signal() {
        return new NoiselessSignal(subject(), session.pools(session.sequence()));
    }

    @Override
    public List<Grid> grids() {
        return acquirer().grids();
    }

    @Override
    public List<Scan> stir() {
        return acquirer().stir();
    }

    @Override
    public List<Scan> others() {
        return acquirer().others();
    }

    /** Drawn when first asked for: how a study is scanned can be told without it. */
    private synchronized Patient subject() {
        if (subject == null) {
            subject = Patient.draw(random.child("subject"));
        }
        return subject;
    }

    private MrSimulator acquirer() {
        return new MrSimulator(subject(), session, habits, uids, random.child("acquirer"));
    }
}
