package spine.io.dimse;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import spine.common.file.DurableNames;
import spine.dicom.codec.EncodedDataSet;

/**
 * Writes what was received as a file of the DICOM file format (PS3.10): file meta information, then the bytes of the data set unchanged.
 * When {@link #write} returns, the file is on the disk under its name, power cut or not; until then it does not exist, only a
 * hidden {@code .*.part} beside it. Only the user that this process runs as can read it.
 */
public final class PartTenFile {
    private static final int BUFFER = 1 << 17;

    private PartTenFile() {
    }

    /**
     * Replaces {@code target}, whose folder must exist. Several writers of the same target do not disturb each other: the last one stays.
     *
     * @throws IOException if it cannot be written or {@code dataSet} cannot be read; the target is then as it was
     */
    public static void write(Path target, ReceivedObject object, InputStream dataSet) throws IOException {
        Path part = Files.createTempFile(target.toAbsolutePath().getParent(), ".", ".part");
        try {
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            new EncodedDataSet(object.sopClass(), object.sopInstance(), object.transferSyntax())
                    .writeFileHead(head, object.callingTitle());
            try (FileChannel file = FileChannel.open(part, StandardOpenOption.WRITE)) {
                copy(new SequenceInputStream(new ByteArrayInputStream(head.toByteArray()), dataSet), file);
                file.force(false);
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
        DurableNames.force(target.toAbsolutePath().getParent());
    }

    /** In large pieces: those that come from the network one by one cost a third of the speed. */
    private static void copy(InputStream from, FileChannel to) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int read = from.readNBytes(buffer, 0, BUFFER); read > 0; read = from.readNBytes(buffer, 0, BUFFER)) {
            for (ByteBuffer piece = ByteBuffer.wrap(buffer, 0, read); piece.hasRemaining();) {
                to.write(piece);
            }
        }
    }
}
