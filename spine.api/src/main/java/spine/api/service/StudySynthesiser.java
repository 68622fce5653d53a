package spine.api.service;

import java.io.IOException;
import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;
import spine.api.training.TrainingCases;

/** Makes synthetic whole-spine studies with truth. The same seed gives the same study, byte for byte. */
@ProviderType
public interface StudySynthesiser {

    /**
     * Writes one study as DICOM files into {@code folder} and its truth into {@code folder/truth}: {@code truth.json}
     * in the shape of {@code report.json}, masks as DICOM SEG. The folder appears complete or not at all.
     *
     * @param seed decides everything
     * @param folder does not exist yet
     */
    void write(long seed, Path folder) throws IOException;

    /** {@code n} patients for training, made when asked for; patient i has the seed {@code seed + i}. */
    TrainingCases cases(int n, long seed);
}
