package spine.phantom.internal.shift;

import java.io.IOException;
import java.nio.file.Path;
import spine.phantom.internal.core.Profile;
import spine.phantom.internal.core.dicom.StudyWriter;
import spine.phantom.internal.shift.dicom.MrImageEncoder;
import spine.phantom.internal.shift.prior.Priors;
import spine.phantom.internal.shift.study.PhantomStudy;

/** Studies that no model is trained on: they show how well a model generalises beyond its training data. */
public final class ShiftProfile implements Profile {
    private final Priors priors;

    public ShiftProfile(Priors priors) {
        this.priors = priors;
    }

    @Override
    public String name() {
        return priors.name();
    }

    @Override
    public void write(long seed, StudyWriter writer, Path folder) throws IOException {
        PhantomStudy study = new PhantomStudy(priors, seed);
        writer.write(study, new MrImageEncoder(study), folder);
    }
}
