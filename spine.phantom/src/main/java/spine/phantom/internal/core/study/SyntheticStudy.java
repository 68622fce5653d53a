package spine.phantom.internal.core.study;

import java.util.List;
import spine.phantom.internal.core.geometry.SpineGeometry;
import spine.phantom.internal.core.lesion.MarrowInflammation;
import spine.phantom.internal.core.scan.Grid;
import spine.phantom.internal.core.scan.Scan;
import spine.phantom.internal.core.scan.Signal;
import spine.phantom.internal.core.scan.StudyUids;

/** One synthetic patient and the way it is scanned: all that the truth and the files need to know. Immutable. */
public interface SyntheticStudy {

    long seed();

    StudyUids uids();

    SpineGeometry spine();

    MarrowInflammation lesions();

    /** A new signal of the STIR series without coil, noise and artefacts. */
    Signal signal();

    /** Where the STIR stacks lie, head to foot. */
    List<Grid> grids();

    /** Renders the STIR stacks, head to foot. */
    List<Scan> stir();

    /** Renders what else the study holds. */
    List<Scan> others();
}
