package spine.app.internal.launcher;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;

class ConstantPoolTest {

    /** Calls two methods of one type, one of them twice. */
    public static final class Caller {
        /** A constant that takes two indices stands before the calls. */
        public static final long LONG = Long.MAX_VALUE - 1;

        public final StringBuilder said = new StringBuilder();

        public void first(int number) {
            said.append("first ").append(number + LONG % 2).append(' ');
        }

        public void second(int number) {
            said.append("second ").append(number).append(' ');
        }

        public String call() {
            first(1);
            second(2);
            first(3);
            return said.toString();
        }
    }

    private static final class Loader extends ClassLoader {
        Class<?> define(byte[] bytes) {
            return defineClass(Caller.class.getName(), bytes, 0, bytes.length);
        }
    }

    @Test
    void everyCallOfAMethodGoesToTheOther() throws Exception {
        byte[] changed = ConstantPool.redirected(bytes(), name(), "first", "(I)V", "second").orElseThrow();
        Class<?> type = new Loader().define(changed);
        assertEquals("second 1 second 2 second 3 ", type.getMethod("call").invoke(type.getConstructor().newInstance()));
    }

    @Test
    void otherOwnersMethodsAndTypesAreLeftAlone() throws Exception {
        assertTrue(ConstantPool.redirected(bytes(), "java/lang/Runtime", "first", "(I)V", "second").isEmpty());
        assertTrue(ConstantPool.redirected(bytes(), name(), "third", "(I)V", "second").isEmpty());
        assertTrue(ConstantPool.redirected(bytes(), name(), "first", "()V", "second").isEmpty());
    }

    /** What is no class file is left to Java, which refuses it. */
    @Test
    void damagedClassFilesEndNothing() throws Exception {
        byte[] whole = bytes();
        Random random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            byte[] damaged = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            byte[] before = damaged.clone();
            Optional<byte[]> changed = ConstantPool.redirected(damaged, name(), "first", "(I)V", "second");
            assertTrue(changed.isEmpty() || changed.get().length > before.length);
            assertArrayEquals(before, damaged);
        }
    }

    private static String name() {
        return Caller.class.getName().replace('.', '/');
    }

    private static byte[] bytes() throws IOException {
        try (InputStream in = Caller.class.getResourceAsStream("ConstantPoolTest$Caller.class")) {
            return in.readAllBytes();
        }
    }
}
