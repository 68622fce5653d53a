package spine.report.internal.archive;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import spine.api.image.Slice;
import spine.api.image.SliceStack;
import spine.common.digest.Sha256;

/**
 * Which images a stack had.
 *
 * @param seriesInstanceUid the series
 * @param imagesSha256 digest of the identity, place and pixels of every image in its order
 */
record SavedStack(String seriesInstanceUid, String imagesSha256) {

    static SavedStack of(SliceStack stack) {
        MessageDigest digest = Sha256.newDigest();
        stack.slices().forEach(slice -> add(slice, digest));
        return new SavedStack(stack.seriesInstanceUid(), HexFormat.of().formatHex(digest.digest()));
    }

    private static void add(Slice slice, MessageDigest digest) {
        digest.update(slice.sopInstanceUid().getBytes(StandardCharsets.UTF_8));
        ByteBuffer bytes = ByteBuffer.allocate(13 * Double.BYTES + slice.pixels().length * Float.BYTES);
        DoubleStream.concat(DoubleStream.of(slice.rows(), slice.columns(), slice.plane().rowSpacing(), slice.plane().columnSpacing()),
                Stream.of(slice.plane().origin(), slice.plane().alongRow(), slice.plane().alongColumn())
                        .flatMapToDouble(point -> DoubleStream.of(point.x(), point.y(), point.z()))).forEach(bytes::putDouble);
        bytes.asFloatBuffer().put(slice.pixels());
        digest.update(bytes.array());
    }
}
