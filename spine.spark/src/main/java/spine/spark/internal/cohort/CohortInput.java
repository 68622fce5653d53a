package spine.spark.internal.cohort;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import spine.app.embedded.ScoringOptions;
import spine.app.embedded.StudyFiles;
import spine.spark.internal.platform.ProcessPlatform.Work;

/** Where the studies of a cohort come from; in the driver. What it gives to executors holds nothing of it. */
public interface CohortInput {

    /** Absolute paths of files and folders that every executor must see; may be empty. */
    List<String> shared();

    /** Finds the studies, in one executor. */
    Work<ArrayList<StudyFiles>> search(ScoringOptions options);

    /** Scores one of them, in an executor. */
    StudyScoring scoring();

    /** What was named and is no study. */
    Stream<FailedStudy> without(List<StudyFiles> found);
}
