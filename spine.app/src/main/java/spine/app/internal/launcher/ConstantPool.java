package spine.app.internal.launcher;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The constants of a class file, as far as they name methods (Java Virtual Machine Specification, 4.4). */
final class ConstantPool {
    private static final int COUNT_AT = 8;
    private static final int FIRST_AT = 10;
    private static final int MOST = 0xffff;
    private static final int UTF8 = 1;
    private static final int CLASS = 7;
    private static final int METHOD = 10;
    private static final int NAME_AND_TYPE = 12;

    private final ByteBuffer bytes;
    /** Where each constant begins, by its index; 0 for none. */
    private final int[] at;
    private final int end;

    private ConstantPool(byte[] classFile) {
        bytes = ByteBuffer.wrap(classFile);
        at = new int[unsigned(COUNT_AT)];
        int position = FIRST_AT;
        for (int i = 1; i < at.length; i++) {
            at[i] = position;
            int tag = bytes.get(position);
            position += size(tag, position);
            if (tag == 5 || tag == 6) {
                i++;    // a long or a double takes two indices
            }
        }
        end = position;
    }

    /**
     * A class in which every call of a method goes to another one of the same class and type; empty if it calls none.
     *
     * @param owner as the class file names it, such as {@code java/lang/Runtime}
     */
    static Optional<byte[]> redirected(byte[] classFile, String owner, String method, String type, String other) {
        try {
            ConstantPool pool = new ConstantPool(classFile);
            List<Integer> calls = pool.calls(owner, method, type);
            return calls.isEmpty() || pool.at.length + 2 > MOST ? Optional.empty() : Optional.of(pool.redirected(calls, other));
        } catch (IndexOutOfBoundsException | IllegalArgumentException malformed) {
            return Optional.empty();    // which Java refuses
        }
    }

    private List<Integer> calls(String owner, String method, String type) {
        List<Integer> calls = new ArrayList<>();
        for (int i = 1; i < at.length; i++) {
            if (at[i] > 0 && bytes.get(at[i]) == METHOD) {
                int named = at[unsigned(at[i] + 3)];
                if (text(unsigned(at[unsigned(at[i] + 1)] + 1)).equals(owner) && text(unsigned(named + 1)).equals(method)
                        && text(unsigned(named + 3)).equals(type)) {
                    calls.add(i);
                }
            }
        }
        return calls;
    }

    private byte[] redirected(List<Integer> calls, String other) {
        try {
            int type = unsigned(at[unsigned(at[calls.get(0)] + 3)] + 3);
            ByteArrayOutputStream buffer = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(buffer);
            out.write(bytes.array(), 0, end);
            out.writeByte(UTF8);
            out.writeUTF(other);
            out.writeByte(NAME_AND_TYPE);
            out.writeShort(at.length);
            out.writeShort(type);
            out.write(bytes.array(), end, bytes.capacity() - end);
            ByteBuffer changed = ByteBuffer.wrap(buffer.toByteArray());
            changed.putShort(COUNT_AT, (short) (at.length + 2));
            calls.forEach(call -> changed.putShort(at[call] + 3, (short) (at.length + 1)));
            return changed.array();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text(int index) {
        return new String(bytes.array(), at[index] + 3, unsigned(at[index] + 1), StandardCharsets.UTF_8);
    }

    private int unsigned(int position) {
        return Short.toUnsignedInt(bytes.getShort(position));
    }

    private int size(int tag, int position) {
        return switch (tag) {
            case UTF8 -> 3 + unsigned(position + 1);
            case CLASS, 8, 16, 19, 20 -> 3;
            case 15 -> 4;
            case 3, 4, 9, METHOD, 11, NAME_AND_TYPE, 17, 18 -> 5;
            case 5, 6 -> 9;
            default -> throw new IllegalArgumentException("constant " + tag);
        };
    }
}
