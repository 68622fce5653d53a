package spine.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SerialFilterTest {
    private static final ObjectInputFilter FILTER = ObjectInputFilter.Config.createFilter(Start.SERIAL_FILTER);

    @Test
    void plainValuesAreMade() throws Exception {
        Map<String, Object> values = new TreeMap<>(Map.of("a", 1, "b", new String[] {"x"}, "c", new Hashtable<>(Map.of("d", 0.5)),
                "e", new ArrayList<>(List.of(true, 7L)), "f", new HashMap<>(Map.of("g", "h"))));
        assertEquals(values.keySet(), ((Map<?, ?>) read(values)).keySet());
    }

    @Test
    void nothingElseIs() {
        for (Object other : List.of(URI.create("a:b"), new PriorityQueue<>(List.of("a")), new LinkedList<>(), new IOException("x"))) {
            assertThrows(InvalidClassException.class, () -> read(new ArrayList<>(List.of(other))), other.getClass().getName());
        }
    }

    /** Few bytes whose reading would take for ever. */
    @Test
    void norMuchOfIt() {
        List<Object> list = new ArrayList<>();
        for (int depth = 0; depth < 100; depth++) {
            list = new ArrayList<>(List.of(list));
        }
        List<Object> deep = list;
        assertThrows(InvalidClassException.class, () -> read(deep));
    }

    private static Object read(Object value) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            in.setObjectInputFilter(FILTER);
            return in.readObject();
        }
    }
}
