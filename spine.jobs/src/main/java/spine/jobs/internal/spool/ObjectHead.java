package spine.jobs.internal.spool;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Semaphore;

import spine.api.UnusableInputException;
import spine.api.intake.IntakeException;
import spine.api.intake.IntakeException.Reason;
import spine.common.digest.Sha256;
import spine.common.text.DicomUid;
import spine.dicom.DicomCodec;
import spine.dicom.DicomFile;
import spine.dicom.DicomObject;
import spine.dicom.PixelData;
import spine.dicom.SopClass;
import spine.dicom.Tag;
import spine.dicom.codec.EncodedDataSet;
import spine.jobs.internal.store.Instance.Role;

/**
 * What an object says of itself, and the digest of its data set: not of the whole file, whose file meta information (PS3.10 7.1) tells how
 * it came here.
 */
record ObjectHead(String study, String sop, String sopClass, Role role, String digest, long bytes) {
    /** As the writers of results have it. */
    private static final String MAKER = "spine";
    private static final Set<String> RESULTS = Set.of(SopClass.SECONDARY_CAPTURE_STORAGE, SopClass.GRAYSCALE_PRESENTATION_STATE_STORAGE,
            SopClass.COMPREHENSIVE_3D_SR_STORAGE, SopClass.SEGMENTATION_STORAGE, SopClass.ENCAPSULATED_PDF_STORAGE);
    /** The header of the largest object takes a hundred megabytes, see {@link spine.dicom.DicomLimits}; they are read two at a time. */
    private static final Semaphore READERS = new Semaphore(2, true);

    /** @throws IntakeException if the file is not DICOM, is damaged before its pixels, or lacks what tells where it belongs */
    static ObjectHead of(Path file, DicomCodec codec) throws IOException {
        READERS.acquireUninterruptibly();
        try (DicomFile opened = codec.open(file)) {
            DicomObject header = opened.header();
            if (opened.pixelData().isPresent()) {
                requireLastByte(opened.pixelData().get());
            }
            return new ObjectHead(uid(header, Tag.StudyInstanceUID, "StudyInstanceUID"), uid(header, Tag.SOPInstanceUID, "SOPInstanceUID"),
                    uid(header, Tag.SOPClassUID, "SOPClassUID"), role(header, opened.pixelData().isPresent()),
                    digest(file, EncodedDataSet.start(file)), Files.size(file));
        } catch (UnusableInputException e) {
            throw new IntakeException(Reason.UNUSABLE, "An object is not DICOM, or is damaged: "
                    + e.getMessage().replace(file.toString(), "it") + (e.getMessage().endsWith(".") ? "" : "."));
        } finally {
            READERS.release();
        }
    }

    /** @throws UnusableInputException if the file ends before its pixels do */
    private static void requireLastByte(PixelData pixels) throws UnusableInputException, IOException {
        int last = pixels.fragments() - 1;
        if (last >= 0 && pixels.length(last) > 0) {
            pixels.read(last, pixels.length(last) - 1, 1);
        }
    }

    private static String uid(DicomObject header, int tag, String name) throws IntakeException {
        String uid = header.text(tag);
        if (!DicomUid.isValid(uid)) {
            throw new IntakeException(Reason.UNUSABLE, "An object has no " + name + " that is a UID, so that nobody can tell where it"
                    + " belongs.");
        }
        return uid;
    }

    private static Role role(DicomObject header, boolean pixels) {
        if (header.text(Tag.Manufacturer).equals(MAKER) && RESULTS.contains(header.text(Tag.SOPClassUID))) {
            return Role.RESULT;
        }
        // An image that has lost its pixels counts too, so that somebody is told.
        return pixels || header.text(Tag.Modality).equals("MR") ? Role.IMAGE : Role.OTHER;
    }

    private static String digest(Path file, long start) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(start);
            return Sha256.of(in);
        }
    }
}
