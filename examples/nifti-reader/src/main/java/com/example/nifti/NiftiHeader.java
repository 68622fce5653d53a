package com.example.nifti;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * What a NIfTI-1 header says, checked.
 *
 * @param size voxels along the three axes of the file, x fastest
 * @param type how a voxel is stored
 * @param order byte order of header and voxels
 * @param offset byte at which the voxels begin
 * @param slope value = slope * stored + intercept
 * @param intercept see {@code slope}
 * @param affine {@code [row][column]}: three columns of steps along the axes and the position of the first voxel, RAS mm
 */
record NiftiHeader(int[] size, VoxelType type, ByteOrder order, int offset, double slope, double intercept, double[][] affine) {
    static final int BYTES = 348;

    private static final int NIFTI_2_BYTES = 540;
    private static final long MOST_VOXELS = 100_000_000;
    private static final double FURTHEST_MM = 100_000;

    /** @throws BadNiftiException with the reason, a phrase to go after the name of the file */
    static NiftiHeader parse(byte[] bytes) throws BadNiftiException {
        if (bytes.length < BYTES) {
            throw new BadNiftiException("is too short for a NIfTI file");
        }
        ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (header.getInt(0) != BYTES) {
            header.order(ByteOrder.BIG_ENDIAN);
        }
        if (header.getInt(0) == NIFTI_2_BYTES || Integer.reverseBytes(header.getInt(0)) == NIFTI_2_BYTES) {
            throw new BadNiftiException("is a NIfTI-2 file; only NIfTI-1 is read");
        }
        String magic = new String(bytes, 344, 3, StandardCharsets.ISO_8859_1);
        if (header.getInt(0) != BYTES || !magic.equals("n+1")) {
            throw new BadNiftiException(magic.equals("ni1") ? "keeps its voxels in a second file, which is not read"
                    : "does not begin as a NIfTI-1 file does");
        }
        float offset = header.getFloat(108);
        if (!(offset >= BYTES && offset < 1 << 24)) {
            throw new BadNiftiException("says that its voxels begin at byte " + offset);
        }
        double slope = header.getFloat(112);
        double intercept = header.getFloat(116);
        boolean scaled = Double.isFinite(slope) && slope != 0 && Double.isFinite(intercept);
        return new NiftiHeader(size(header), VoxelType.of(header.getShort(70)), header.order(), (int) offset, scaled ? slope : 1,
                scaled ? intercept : 0, affine(header));
    }

    private static int[] size(ByteBuffer header) throws BadNiftiException {
        int dimensions = header.getShort(40);
        int[] size = {header.getShort(42), header.getShort(44), header.getShort(46)};
        if (dimensions < 3 || dimensions > 7 || size[0] < 1 || size[1] < 1 || size[2] < 1) {
            throw new BadNiftiException("holds no volume of three dimensions");
        }
        for (int further = 4; further <= dimensions; further++) {
            if (header.getShort(40 + 2 * further) > 1) {
                throw new BadNiftiException("holds several volumes; one is expected");
            }
        }
        if ((long) size[0] * size[1] * size[2] > MOST_VOXELS) {
            throw new BadNiftiException("holds more than " + MOST_VOXELS + " voxels");
        }
        return size;
    }

    private static double[][] affine(ByteBuffer header) throws BadNiftiException {
        double[][] affine;
        if (header.getShort(254) > 0) {
            affine = new double[3][4];
            for (int i = 0; i < 12; i++) {
                affine[i / 4][i % 4] = header.getFloat(280 + 4 * i);
            }
        } else if (header.getShort(252) > 0) {
            affine = Quaternion.affine(header);
        } else {
            throw new BadNiftiException("does not say how its voxels lie in the patient (neither sform nor qform)");
        }
        double millimetres = switch (header.get(123) & 7) {
            case 1 -> 1000;
            case 3 -> 0.001;
            default -> 1;
        };
        for (double[] row : affine) {
            for (int i = 0; i < row.length; i++) {
                row[i] *= millimetres;
                if (!(Math.abs(row[i]) < FURTHEST_MM)) {
                    throw new BadNiftiException("places its voxels nowhere near a patient");
                }
            }
        }
        return affine;
    }
}
