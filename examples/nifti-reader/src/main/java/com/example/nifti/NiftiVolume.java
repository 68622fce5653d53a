package com.example.nifti;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import spine.api.UnusableInputException;

/**
 * A volume in memory.
 *
 * @param header what the file says of it
 * @param voxels rescaled and finite, x fastest; what is no finite number in the file is 0
 */
record NiftiVolume(NiftiHeader header, float[] voxels) {
    private static final int GZIP = 0x1f8b;

    static NiftiVolume read(Path file) throws UnusableInputException {
        try (InputStream in = open(file)) {
            NiftiHeader header = NiftiHeader.parse(in.readNBytes(NiftiHeader.BYTES));
            in.skipNBytes(header.offset() - NiftiHeader.BYTES);
            return new NiftiVolume(header, voxels(header, in));
        } catch (BadNiftiException e) {
            throw new UnusableInputException(file + " " + e.getMessage() + ".", e);
        } catch (EOFException e) {
            throw new UnusableInputException(file + " ends before its last voxel.", e);
        } catch (ZipException e) {
            throw new UnusableInputException(file + " is damaged: it cannot be unpacked.", e);
        } catch (IOException e) {
            throw new UnusableInputException(file + " cannot be read.", e);
        }
    }

    /** Packed or not is told by the first bytes, not by the name. */
    private static InputStream open(Path file) throws IOException {
        BufferedInputStream in = new BufferedInputStream(Files.newInputStream(file));
        try {
            in.mark(2);
            int first = in.read() << 8 | in.read();
            in.reset();
            return first == GZIP ? new BufferedInputStream(new GZIPInputStream(in)) : in;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private static float[] voxels(NiftiHeader header, InputStream in) throws IOException {
        int[] size = header.size();
        int plane = size[0] * size[1];
        float[] voxels = new float[plane * size[2]];
        for (int z = 0; z < size[2]; z++) {
            byte[] bytes = in.readNBytes(plane * header.type().bytes());
            if (bytes.length < plane * header.type().bytes()) {
                throw new EOFException();
            }
            ByteBuffer data = ByteBuffer.wrap(bytes).order(header.order());
            for (int i = z * plane; i < (z + 1) * plane; i++) {
                float value = (float) (header.type().next(data) * header.slope() + header.intercept());
                voxels[i] = Float.isFinite(value) ? value : 0;
            }
        }
        return voxels;
    }
}
