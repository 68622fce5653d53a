package spine.api.service;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import spine.api.training.TrainingCases;

/** Makes synthetic whole-spine studies with truth. The same seed gives the same study, byte for byte. */
@ProviderType
public interface PhantomGenerator {

    /** Profile of the studies that the shipped models were trained on. */
    String STANDARD = "standard";

    /**
     * Profile with anatomy, tissues, lesions, scanner and headers of another make, which no training uses: it shows how far
     * a model carries beyond what it was trained on.
     */
    String SHIFT = "shift";

    /**
     * Profile of the same make as {@link #SHIFT} that is harder to score: more of what resembles oedema, lesions behind dark bone, noise,
     * incomplete fields of view, anatomical variants. No training uses it either.
     */
    String HARD = "hard";

    /** Of one patient. */
    int MOST_TIME_POINTS = 20;

    /**
     * Writes one study as DICOM files into {@code folder} and its truth into {@code folder/truth}: {@code truth.json}
     * in the shape of {@code report.json}, masks as DICOM SEG. The folder appears complete or not at all.
     *
     * @param seed decides everything
     * @param folder does not exist yet
     * @throws java.util.concurrent.CancellationException if the thread is interrupted; nothing is left of the study
     */
    default void write(long seed, Path folder) throws IOException {
        write(STANDARD, seed, folder);
    }

    /**
     * Writes one study of a profile, as {@link #write(long, Path)} does.
     *
     * @param profile {@link #STANDARD}, {@link #SHIFT} or {@link #HARD}
     * @throws IllegalArgumentException if there is no such profile
     */
    void write(String profile, long seed, Path folder) throws IOException;

    /**
     * Writes studies of one patient at several time points, 12 weeks to a year apart: same patient, anatomy, scanner and protocol; another
     * date, other UIDs, another position of patient and slices, other noise, coil and small settings. The first is what
     * {@link #write(String, long, Path)} writes. From the second on {@code truth/changes.csv} says what became of every lesion.
     *
     * @param unchanged whether the marrow stays what it was; otherwise lesions resolve, shrink, fade, grow and new ones appear
     * @param folders one for each time point, oldest first, 1 to {@value #MOST_TIME_POINTS}; none of them exists yet
     * @throws IllegalArgumentException if there is no such profile, or for another number of folders
     */
    void write(String profile, long seed, boolean unchanged, List<Path> folders) throws IOException;

    /** {@code n} patients of the standard profile for training, made when asked for; patient i has the seed {@code seed + i}. */
    TrainingCases cases(int n, long seed);

    /**
     * The studies that {@link #write(long, Path)} writes, in memory and with all their STIR slices: {@code n} patients of the standard
     * profile, made when asked for; patient i has the seed {@code seed + i}. Their truth is that of
     * {@link spine.api.model.ModelRole#OEDEMA}.
     */
    TrainingCases wholeStudies(int n, long seed);
}
