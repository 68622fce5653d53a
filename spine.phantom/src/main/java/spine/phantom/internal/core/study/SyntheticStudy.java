package spine.phantom.internal.core.study;

import java.util.List;
import spine.phantom.internal.core.geometry.Column;
import spine.phantom.internal.core.lesion.Inflamed;
import spine.phantom.internal.core.scan.Grid;
import spine.phantom.internal.core.scan.Scan;
import spine.phantom.internal.core.scan.Signal;
import spine.phantom.internal.core.scan.Uids;

/** One synthetic patient and the way it is scanned: all that the truth and the files need to know. Immutable. */
public interface SyntheticStudy {

    long seed();

    Uids uids();

    Column spine();

    Inflamed lesions();

    /** A new signal of the STIR series without coil, noise and artefacts. */
    Signal signal();

    /** Where the STIR stacks lie, head to foot. */
    List<Grid> grids();

    /** Renders the STIR stacks, head to foot. */
    List<Scan> stir();

    /** Renders what else the study holds. */
    List<Scan> others();
}
