package com.example.nifti;

import java.nio.ByteBuffer;

/** The data types of NIfTI-1 that hold one real number. */
enum VoxelType {
    UNSIGNED_BYTE(2, 1), SHORT(4, 2), INT(8, 4), FLOAT(16, 4), DOUBLE(64, 8), BYTE(256, 1), UNSIGNED_SHORT(512, 2), UNSIGNED_INT(768, 4);

    private final int code;
    private final int bytes;

    VoxelType(int code, int bytes) {
        this.code = code;
        this.bytes = bytes;
    }

    static VoxelType of(int code) throws BadNiftiException {
        for (VoxelType type : values()) {
            if (type.code == code) {
                return type;
            }
        }
        throw new BadNiftiException("holds data of type " + code + ", which is not read");
    }

    int bytes() {
        return bytes;
    }

    double next(ByteBuffer data) {
        return switch (this) {
            case UNSIGNED_BYTE -> data.get() & 0xff;
            case BYTE -> data.get();
            case SHORT -> data.getShort();
            case UNSIGNED_SHORT -> data.getShort() & 0xffff;
            case INT -> data.getInt();
            case UNSIGNED_INT -> data.getInt() & 0xffff_ffffL;
            case FLOAT -> data.getFloat();
            case DOUBLE -> data.getDouble();
        };
    }
}
