package spine.phantom.internal.study;

import java.util.ArrayList;
import java.util.List;
import spine.phantom.internal.body.Patient;
import spine.phantom.internal.random.Seeded;
import spine.phantom.internal.scan.Grid;
import spine.phantom.internal.scan.Protocol;
import spine.phantom.internal.scan.Scan;
import spine.phantom.internal.scan.Scanner;
import spine.phantom.internal.scan.Uids;

/** One synthetic patient and the way it is scanned, fully determined by the seed. Immutable. */
public final class PhantomStudy {
    private final long seed;
    private final Seeded random;
    private final Patient patient;
    private final Protocol protocol;
    private final Uids uids;

    public PhantomStudy(long seed) {
        this.seed = seed;
        random = new Seeded(seed);
        patient = Patient.draw(random.child("patient"));
        protocol = Protocol.draw(random.child("protocol"));
        uids = new Uids(seed);
    }

    public long seed() {
        return seed;
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

    /** Where the STIR stacks lie, head to foot. */
    public List<Grid> grids() {
        return scanner().grids();
    }

    /** Renders the STIR stacks, head to foot. */
    public List<Scan> stir() {
        return scanner().stir();
    }

    /** Renders what else a study holds: localizer, T1-weighted stacks, sometimes axial images. */
    public List<Scan> others() {
        Scanner scanner = scanner();
        List<Scan> scans = new ArrayList<>(scanner.localizer());
        scans.addAll(scanner.t1());
        scans.addAll(scanner.axial());
        return scans;
    }

    private Scanner scanner() {
        return new Scanner(patient, protocol, uids, random.child("scan"));
    }
}
