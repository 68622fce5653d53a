package spine.deidentify.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import spine.api.UnusableInputException;
import spine.api.deidentification.StudyLabels;
import spine.api.image.StudyLabel;
import spine.deidentify.internal.dataset.PatientValues;
import spine.deidentify.internal.dataset.Statement;
import spine.deidentify.internal.dataset.StudyDay;
import spine.deidentify.internal.key.KeyFile;
import spine.deidentify.internal.key.NewIdentifiers;
import spine.dicom.DicomObject;
import spine.dicom.Tag;
import spine.dicom.codec.NativeDicomCodec;

/** Reads the header of one image, as {@link ProfileDeidentification} does, and keeps nothing of it. */
@Component
public final class HeaderLabels implements StudyLabels {

    @Override
    public StudyLabel label(Path image, Optional<Path> key, boolean date) throws UnusableInputException, IOException {
        DicomObject header = new NativeDicomCodec().read(image, false);
        return new StudyLabel(key.isPresent() ? Optional.of(pseudonym(header, new KeyFile(key.get()))) : Optional.empty(),
                date ? Optional.of(StudyDay.of(header)) : Optional.empty());
    }

    /** A pseudonym of ours is what the patient is known by already; one of it would join with nothing. */
    private static String pseudonym(DicomObject header, KeyFile key) throws UnusableInputException {
        String known = header.text(Tag.PatientID);
        if (Statement.isDeidentified(header) && NewIdentifiers.isPseudonym(known)) {
            return known;
        }
        key.makeIfMissing();
        return PatientValues.of(header, new NewIdentifiers(key.read())).pseudonym();
    }
}
