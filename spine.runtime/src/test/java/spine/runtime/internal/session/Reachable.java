package spine.runtime.internal.session;

import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import spine.api.image.ClassProbabilities;

/** Everything that can be changed in a value of {@code spine.api}, found by reflection, so that a new field is found too. */
final class Reachable {
    /** Of numbers: {@code float[]} and {@code byte[]}. */
    final List<Object> arrays = new ArrayList<>();
    /** Collections and maps. */
    final List<Object> containers = new ArrayList<>();

    private Reachable() {
    }

    static Reachable from(Object... values) {
        Reachable found = new Reachable();
        for (Object value : values) {
            found.walk(value);
        }
        return found;
    }

    private void walk(Object value) {
        if (value == null || value instanceof String || value instanceof Number || value instanceof Boolean || value instanceof Enum<?>
                || value instanceof URI) {
            return;
        }
        if (value instanceof float[] || value instanceof byte[]) {
            arrays.add(value);
        } else if (value instanceof Object[] all) {
            List.of(all).forEach(this::walk);
        } else if (value instanceof Collection<?> all) {
            containers.add(all);
            all.forEach(this::walk);
        } else if (value instanceof Map<?, ?> map) {
            containers.add(map);
            map.keySet().forEach(this::walk);
            map.values().forEach(this::walk);
        } else if (value instanceof Optional<?> optional) {
            optional.ifPresent(this::walk);
        } else if (value instanceof ClassProbabilities maps) {
            walk(maps.classes());
            for (int c = 0; c < maps.classes().size(); c++) {
                for (int slice = 0; slice < maps.slices(); slice++) {
                    walk(maps.map(c, slice));
                }
            }
        } else if (value instanceof Record) {
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                walk(read(value, component));
            }
        } else {
            throw new AssertionError("is " + value.getClass() + " immutable?");
        }
    }

    private static Object read(Object value, RecordComponent component) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** Another content in every element. */
    static void overwrite(Object array) {
        if (array instanceof float[] pixels) {
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = pixels[i] + 1000;
            }
        } else {
            byte[] mask = (byte[]) array;
            for (int i = 0; i < mask.length; i++) {
                mask[i] = (byte) (mask[i] ^ 1);
            }
        }
    }
}
