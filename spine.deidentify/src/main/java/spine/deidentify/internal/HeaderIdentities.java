package spine.deidentify.internal;

import java.io.IOException;
import java.nio.file.Path;
import org.osgi.service.component.annotations.Component;
import spine.api.UnusableInputException;
import spine.api.deidentification.StudyIdentities;
import spine.api.deidentification.StudyIdentity;
import spine.deidentify.internal.identity.KeyedIdentity;
import spine.deidentify.internal.key.KeyFile;
import spine.deidentify.internal.key.NewIdentifiers;
import spine.dicom.DicomObject;
import spine.dicom.codec.NativeDicomCodec;

/** Reads the header of one image, as {@link HeaderLabels} does, and keeps nothing of it. */
@Component
public final class HeaderIdentities implements StudyIdentities {

    @Override
    public StudyIdentity identity(Path image, Path key) throws UnusableInputException, IOException {
        DicomObject header = new NativeDicomCodec().read(image, false);
        KeyFile file = new KeyFile(key);
        file.makeIfMissing();
        return KeyedIdentity.of(header, new NewIdentifiers(file.read()));
    }
}
