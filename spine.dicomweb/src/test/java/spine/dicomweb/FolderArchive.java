package spine.dicomweb;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import spine.api.UnusableInputException;
import spine.api.intake.Intake;
import spine.api.intake.IntakeException;
import spine.api.intake.StoredObject;
import spine.api.intake.StudyArchive;
import spine.api.job.Job;
import spine.api.job.JobState;
import spine.dicom.DicomObject;
import spine.dicom.Tag;
import spine.dicom.codec.NativeDicomCodec;

/** Intake and archive in a folder, without jobs, for the tests of the services. */
public final class FolderArchive implements Intake, StudyArchive {
    private final Path received;
    private final Path results;
    final List<String> complete = new ArrayList<>();
    final List<String> senders = new ArrayList<>();
    private long largest = Long.MAX_VALUE;
    private int room = Integer.MAX_VALUE;

    FolderArchive(Path home) {
        this.received = home.resolve("received");
        this.results = home.resolve("results");
    }

    FolderArchive limit(long largestObject, int objects) {
        largest = largestObject;
        room = objects;
        return this;
    }

    Path resultFolder(String study) throws IOException {
        return Files.createDirectories(results.resolve(study));
    }

    @Override
    public synchronized StoredObject store(InputStream file, String sender) throws IOException {
        byte[] bytes = file.readAllBytes();
        DicomObject header;
        try {
            header = new NativeDicomCodec().read(new ByteArrayInputStream(bytes), "the object", false);
        } catch (UnusableInputException unusable) {
            throw new IntakeException(IntakeException.Reason.UNUSABLE, unusable.getMessage());
        }
        if (bytes.length > largest) {
            throw new IntakeException(IntakeException.Reason.TOO_LARGE, "It is too large.");
        }
        if (room == 0) {
            throw new IntakeException(IntakeException.Reason.FULL, "There is no room.");
        }
        room--;
        senders.add(sender);
        Path folder = Files.createDirectories(received.resolve(header.text(Tag.StudyInstanceUID)));
        Files.write(folder.resolve(header.text(Tag.SOPInstanceUID) + ".dcm"), bytes);
        return new StoredObject(header.text(Tag.StudyInstanceUID), header.text(Tag.SOPClassUID), header.text(Tag.SOPInstanceUID),
                header.text(Tag.Modality).equals("SEG") ? StoredObject.Kind.RESULT : StoredObject.Kind.NEW);
    }

    @Override
    public synchronized Optional<Job> complete(String study) {
        complete.add(study);
        return Optional.of(new Job(1, study, 1, OptionalLong.empty(), false, JobState.WAITING, 0, 1, "", "", Instant.EPOCH, Instant.EPOCH,
                0,
                "", ""));
    }

    @Override
    public List<String> studies() throws IOException {
        return list(received).stream().map(folder -> folder.getFileName().toString()).toList();
    }

    @Override
    public List<Path> received(String study) throws IOException {
        return list(received.resolve(study));
    }

    @Override
    public Optional<Path> result(String study) {
        return Optional.of(results.resolve(study)).filter(Files::isDirectory);
    }

    private static List<Path> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
