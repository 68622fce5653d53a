package spine.io.nifti.internal;

/** The data types that are written, with their codes in NIfTI-1. */
enum VoxelType {
    UINT8(2, 1), INT16(4, 2), FLOAT32(16, 4);

    private final int code;
    private final int bytes;

    VoxelType(int code, int bytes) {
        this.code = code;
        this.bytes = bytes;
    }

    int code() {
        return code;
    }

    /** Bytes of one voxel. */
    int bytes() {
        return bytes;
    }
}
