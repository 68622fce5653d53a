package spine.phantom.internal.standard;

import java.io.IOException;
import java.nio.file.Path;
import spine.api.service.PhantomGenerator;
import spine.phantom.internal.core.Profile;
import spine.phantom.internal.core.dicom.StudyWriter;
import spine.phantom.internal.standard.dicom.MrImageEncoder;
import spine.phantom.internal.standard.study.PhantomStudy;

/** Studies of the kind that the shipped models were trained on. */
public final class StandardProfile implements Profile {

    @Override
    public String name() {
        return PhantomGenerator.STANDARD;
    }

    @Override
    public void write(long seed, StudyWriter writer, Path folder) throws IOException {
        PhantomStudy study = new PhantomStudy(seed);
        writer.write(study, new MrImageEncoder(study), folder);
    }
}
