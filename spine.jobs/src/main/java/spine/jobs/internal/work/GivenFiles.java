package spine.jobs.internal.work;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.regex.Pattern;

import spine.io.dicomweb.multipart.MediaType;
import spine.io.dicomweb.multipart.MultipartException;
import spine.io.dicomweb.multipart.MultipartLimits;
import spine.io.dicomweb.multipart.MultipartReader;
import spine.io.dicomweb.multipart.Part;
import spine.jobs.internal.spool.Bounds;
import spine.jobs.internal.work.GivenResultException.Reason;

/** Writes the files of a message into a folder, within bounds. For one message. */
final class GivenFiles {
    /** Names that writers of results use, in at most four folders; none begins with a dot. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,127}(/[A-Za-z0-9_][A-Za-z0-9._-]{0,127}){0,4}");
    private static final int HEADER_BYTES = 4096;
    private static final int SENTENCE_BYTES = 8192;
    private static final int CHUNK = 1 << 16;
    /** Between two looks at the space that is left. */
    private static final long LOOK_BYTES = 1 << 24;

    private final Path folder;
    private final Bounds bounds;
    private long written;
    private long looked;

    /** @param folder exists and is empty; what is in it after a failure is of no use */
    GivenFiles(Path folder, Bounds bounds) {
        this.folder = folder;
        this.bounds = bounds;
    }

    /** @return the sentence on the result, or empty */
    String take(String contentType, InputStream body) throws IOException {
        MediaType type = MediaType.parse(contentType).filter(one -> one.type().equals("multipart/mixed"))
                .orElseThrow(() -> new GivenResultException(Reason.UNUSABLE, "A result comes as multipart/mixed."));
        requireSpace();
        try {
            MultipartReader parts = new MultipartReader(body, type.parameter("boundary").orElse(""),
                    new MultipartLimits(bounds.studyObjects() + 1, bounds.studyBytes(), HEADER_BYTES));
            String sentence = sentence(parts.next().orElseThrow(() -> unusable("The message has no parts.")));
            for (Optional<Part> part = parts.next(); part.isPresent(); part = parts.next()) {
                write(part.get());
            }
            return sentence;
        } catch (MultipartException broken) {
            throw new GivenResultException(broken.isTooLarge() ? Reason.TOO_LARGE : Reason.UNUSABLE, broken.getMessage());
        }
    }

    private static String sentence(Part part) throws IOException {
        if (!part.mediaType().filter(type -> type.type().equals("text/plain")).isPresent()) {
            throw unusable("The first part is no text.");
        }
        byte[] bytes = part.content().readNBytes(SENTENCE_BYTES + 1);
        if (bytes.length > SENTENCE_BYTES) {
            throw new GivenResultException(Reason.TOO_LARGE, "The first part is no sentence.");
        }
        return new String(bytes, StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}", " ").strip();
    }

    private void write(Part part) throws IOException {
        String name = part.mediaType().flatMap(type -> type.parameter("name")).filter(one -> NAME.matcher(one).matches())
                .orElseThrow(() -> unusable("A part has no name that a file of a result can have."));
        Path file = folder.resolve(name);
        if (Files.exists(file)) {
            throw unusable("Two parts have the same name.");
        }
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            throw unusable("A part has the name of a folder of others.");
        }
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            byte[] chunk = new byte[CHUNK];
            for (int count = part.content().read(chunk); count >= 0; count = part.content().read(chunk)) {
                count(count);
                out.write(chunk, 0, count);
            }
        }
    }

    private void count(int bytes) throws IOException {
        written += bytes;
        if (written > bounds.studyBytes()) {
            throw new GivenResultException(Reason.TOO_LARGE, "The result is larger than a study may be.");
        }
        if (written - looked > LOOK_BYTES) {
            requireSpace();
            looked = written;
        }
    }

    private void requireSpace() throws IOException {
        if (Files.getFileStore(folder).getUsableSpace() < bounds.freeBytes()) {
            throw new GivenResultException(Reason.FULL, "There is too little space left on the disk of this platform.");
        }
    }

    private static GivenResultException unusable(String sentence) {
        return new GivenResultException(Reason.UNUSABLE, sentence);
    }
}
