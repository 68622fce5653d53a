package spine.phantom.internal.core;

import java.nio.file.Path;
import spine.phantom.internal.core.dicom.EncodedStudy;
import spine.phantom.internal.core.study.TimePoint;

/** One of the two generators of synthetic studies. Safe for use by many threads. */
public interface Profile {

    /** The name that selects it, as in {@link spine.api.service.PhantomGenerator#write(String, long, Path)}. */
    String name();

    /**
     * The study of a patient at a time point.
     *
     * @param seed determines, with the time point, the study completely
     */
    EncodedStudy study(long seed, TimePoint time);
}
