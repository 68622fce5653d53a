package spine.dicom.bulk;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import spine.dicom.DicomLimits;

/** What a file holds deflated. To go forward is cheap, to go back begins anew. */
final class InflatedBytes implements BytesAt {
    private final Path file;
    private final long deflatedFrom;
    private Inflater inflater;
    private InputStream inflated;
    private long position;

    /** @param deflatedFrom where the deflated part begins */
    InflatedBytes(Path file, long deflatedFrom) {
        this.file = file;
        this.deflatedFrom = deflatedFrom;
    }

    @Override
    public byte[] read(long from, int length) throws IOException {
        if (from + length > DicomLimits.STANDARD.inflatedBytes()) {
            throw new ZipException("more than " + DicomLimits.STANDARD.inflatedBytes() + " inflated bytes");
        }
        if (inflated == null || from < position) {
            begin();
        }
        try {
            inflated.skipNBytes(from - position);
            position = from;
            byte[] bytes = inflated.readNBytes(length);
            position += bytes.length;
            return bytes;
        } catch (EOFException tooShort) {
            close();
            return new byte[0];
        }
    }

    @Override
    public void close() throws IOException {
        if (inflated != null) {
            inflated.close();
            inflater.end();
            inflated = null;
        }
    }

    private void begin() throws IOException {
        close();
        InputStream stream = new BufferedInputStream(Files.newInputStream(file));
        inflater = new Inflater(true);
        inflated = new InflaterInputStream(stream, inflater);
        stream.skipNBytes(deflatedFrom);
        position = 0;
    }
}
