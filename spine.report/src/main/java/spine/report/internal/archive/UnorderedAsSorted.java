package spine.report.internal.archive;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.util.StdConverter;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Writes a set in the order of its elements: that in which an immutable set goes through them changes from process to process. */
final class UnorderedAsSorted extends StdSerializer<Set<?>> {
    private static final long serialVersionUID = 1L;

    UnorderedAsSorted() {
        super(Set.class, false);
    }

    @Override
    public void serialize(Set<?> set, JsonGenerator out, SerializerProvider provider) throws IOException {
        out.writeStartArray();
        for (Object element : new TreeSet<>(set)) {
            provider.defaultSerializeValue(element, out);
        }
        out.writeEndArray();
    }

    /** The same for the highest values of the totals; the order of the totals themselves means something. */
    static final class SortedMap extends StdConverter<Map<String, Double>, Map<String, Double>> {

        @Override
        public Map<String, Double> convert(Map<String, Double> map) {
            return new TreeMap<>(map);
        }
    }

    /** Says so of a {@link spine.api.score.Score}. */
    abstract static class OfScore {
        @JsonSerialize(converter = SortedMap.class)
        private Map<String, Double> maxima;
    }
}
