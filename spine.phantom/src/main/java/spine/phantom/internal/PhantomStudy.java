package spine.phantom.internal;

import java.util.List;
import spine.phantom.internal.body.Patient;
import spine.phantom.internal.random.Seeded;
import spine.phantom.internal.scan.Protocol;
import spine.phantom.internal.scan.Scan;
import spine.phantom.internal.scan.Scanner;
import spine.phantom.internal.scan.Uids;

/** One synthetic patient and the way it is scanned, fully determined by the seed. Immutable. */
public final class PhantomStudy {
    private final Seeded random;
    private final Patient patient;
    private final Protocol protocol;
    private final Uids uids;

    public PhantomStudy(long seed) {
        random = new Seeded(seed);
        patient = Patient.draw(random.child("patient"));
        protocol = Protocol.draw(random.child("protocol"));
        uids = new Uids(seed);
    }

    public Patient patient() {
        return patient;
    }

    public Protocol protocol() {
        return protocol;
    }

    public Uids uids() {
        return uids;
    }

    /** Renders the STIR stacks, head to foot. */
    public List<Scan> stir() {
        return Scanner.stir(patient, protocol, uids, random.child("scan"));
    }
}
