package spine.deidentify.internal.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import spine.api.UnusableInputException;
import spine.deidentify.internal.dataset.Changes;
import spine.deidentify.internal.dataset.DataSetDeidentifier;
import spine.deidentify.internal.dataset.PatientValues;
import spine.deidentify.internal.dataset.Statement;
import spine.deidentify.internal.key.NewIdentifiers;
import spine.deidentify.internal.profile.ConfidentialityProfile;
import spine.deidentify.internal.profile.ConfidentialityTable;
import spine.deidentify.internal.profile.ProfileOptions;
import spine.deidentify.internal.profile.SafePrivateAttributes;
import spine.dicom.DicomCodec;
import spine.dicom.DicomFile;
import spine.dicom.DicomObject;
import spine.dicom.Tag;

/**
 * De-identifies one file after the other into a folder. What stands behind the pixel data, such as padding and signatures, is never read,
 * and so is the preamble. For one thread.
 */
public final class ImageWriter {
    private final DicomCodec codec;
    private final ConfidentialityTable table;
    private final ProfileOptions options;
    private final NewIdentifiers identifiers;
    private final DataSetDeidentifier dataSets;
    private final MissingUids missing;
    private final StudyFolders folders;

    /** @param folder exists */
    public ImageWriter(DicomCodec codec, ConfidentialityTable table, ProfileOptions options, NewIdentifiers identifiers, Path folder) {
        this.codec = codec;
        this.table = table;
        this.options = options;
        this.identifiers = identifiers;
        this.dataSets = new DataSetDeidentifier(new ConfidentialityProfile(table, options), new SafePrivateAttributes(), identifiers);
        this.missing = new MissingUids(identifiers);
        this.folders = new StudyFolders(folder, identifiers);
    }

    /**
     * @throws UnusableInputException if the file cannot be read, is not DICOM or is damaged
     * @throws IOException if the image cannot be written
     */
    public WrittenImage write(Path file) throws UnusableInputException, IOException {
        DicomObject header;
        DicomObject pixels = new DicomObject();
        boolean guessed;
        Optional<String> obstacle;
        try (DicomFile source = codec.open(file)) {
            header = source.header();
            guessed = missing.fill(header, file);
            obstacle = ImageScreening.obstacle(header, source.pixelData().isPresent());
            if (obstacle.isEmpty()) {
                pixels = EncodedPixels.of(source, file.toString());
            }
        } catch (IOException e) {
            throw new UnusableInputException(file + " cannot be read", e);
        }
        PatientValues patient = PatientValues.of(header, identifiers);
        Changes changes = new Changes(table);
        DicomObject image = dataSets.deidentify(header, patient, changes);
        if (obstacle.isPresent()) {
            return left(image, patient, obstacle.get());
        }
        pixels.elements().forEach(image::put);
        Statement.put(image, options);
        if (!save(image)) {
            return left(image, patient, "is a copy of another file");
        }
        Optional<String> doubt = ImageScreening.doubt(header)
                .or(() -> guessed ? Optional.of("had no UID of its own, of its series or of its study and got one") : Optional.empty());
        return new WrittenImage(image.text(Tag.SOPInstanceUID), image.text(Tag.StudyInstanceUID), patient.pseudonym(), Optional.empty(),
                doubt, changes.all());
    }

    private static WrittenImage left(DicomObject image, PatientValues patient, String obstacle) {
        return new WrittenImage(image.text(Tag.SOPInstanceUID), image.text(Tag.StudyInstanceUID), patient.pseudonym(),
                Optional.of(obstacle), Optional.empty(), Set.of());
    }

    /** Different images of one UID occur, and all of them are kept. @return false if the same image is there already */
    private boolean save(DicomObject image) throws IOException {
        Path part = Files.createTempFile(folders.series(image), ".image", ".part");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                codec.write(image, out);
            }
            int number = 1;
            Path target = folders.file(image, number);
            while (Files.exists(target)) {
                if (Files.mismatch(part, target) < 0) {
                    return false;
                }
                target = folders.file(image, ++number);
            }
            Files.move(part, target);
            return true;
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
