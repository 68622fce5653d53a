package spine.doors.internal.inbox;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import spine.api.Cancellation;
import spine.api.UnusableInputException;
import spine.api.intake.Intake;
import spine.api.intake.IntakeException;
import spine.common.text.PlainText;
import spine.dicom.codec.EncodedDataSet;

/** Hands files to the intake, each with file meta information of its own, which many exports lack. */
final class ObjectTaker implements DroppedFiles.Visitor {
    private static final String SENDER = "inbox";
    /** Media Storage Directory Storage (PS3.10 8.6): an index. */
    private static final String MEDIA_DIRECTORY = "1.2.840.10008.1.3.10";
    /** How the reader says that a file is none of DICOM, in place of a damaged one. */
    private static final String NOT_DICOM = " is not a DICOM file";

    private final Intake intake;
    private final TakingReport report;
    private final Cancellation cancellation;

    /** @param cancellation ends it between two files */
    ObjectTaker(Intake intake, TakingReport report, Cancellation cancellation) {
        this.intake = intake;
        this.report = report;
        this.cancellation = cancellation;
    }

    @Override
    public void leftOut(String name, String reason) {
        report.leftOut(name, reason);
    }

    @Override
    public void file(String name, Path file) throws IOException {
        cancellation.check();
        EncodedDataSet.InFile found;
        InputStream in;
        try {
            found = EncodedDataSet.in(file);
            in = Files.newInputStream(file);
        } catch (UnusableInputException unusable) {
            String words = unusable.getMessage();
            if (words.endsWith(NOT_DICOM)) {
                report.foreign();
            } else {
                report.leftOut(name, PlainText.excerpt(words.replace(file.toString(), "it")));
            }
            return;
        } catch (IOException unreadable) {
            report.leftOut(name, "it cannot be read");
            return;
        }
        try (in) {
            if (found.dataSet().sopClass().equals(MEDIA_DIRECTORY)) {
                report.foreign();
            } else {
                take(name, found, in);
            }
        }
    }

    /** @throws IOException if the intake has no room now, or cannot write */
    private void take(String name, EncodedDataSet.InFile found, InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        found.dataSet().writeFileHead(head, "");
        in.skipNBytes(found.start());
        try {
            report.took(intake.store(new SequenceInputStream(new ByteArrayInputStream(head.toByteArray()), in), SENDER));
        } catch (IntakeException refused) {
            if (refused.reason() == IntakeException.Reason.FULL) {
                throw refused;
            }
            report.leftOut(name, PlainText.excerpt(refused.getMessage().replaceFirst("\\.$", "")));
        }
    }
}
