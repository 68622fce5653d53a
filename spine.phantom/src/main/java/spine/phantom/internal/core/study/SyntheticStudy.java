package spine.phantom.internal.core.study;

import java.util.List;
import spine.phantom.internal.core.geometry.SpineGeometry;
import spine.phantom.internal.core.lesion.MarrowInflammation;
import spine.phantom.internal.core.scan.Grid;
import spine.phantom.internal.core.scan.Scan;
import spine.phantom.internal.core.scan.Signal;
import spine.phantom.internal.core.scan.StudyUids;

/**
 * One synthetic patient and its examination: all that the truth and the files are made from. Seed and time point determine it. Immutable.
 */
public interface SyntheticStudy {

    /** The seed that determines the patient. */
    long seed();

    /** When in the course of the patient it is made. */
    TimePoint timePoint();

    /** PatientID, the same at all time points. */
    String patientId();

    StudyUids uids();

    SpineGeometry spine();

    MarrowInflammation lesions();

    /** A new signal of the STIR series, for the use of one thread. */
    Signal signal();

    /** Where the STIR stacks lie, head to foot. */
    List<Grid> grids();

    /** Renders the STIR stacks, head to foot; takes seconds. */
    List<Scan> stir();

    /** Renders the other stacks of the study, such as localizers. */
    List<Scan> others();
}
