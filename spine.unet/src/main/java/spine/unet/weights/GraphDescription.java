package spine.unet.weights;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import spine.common.text.PlainText;
import spine.unet.network.BatchNormalisation;
import spine.unet.network.Convolution;
import spine.unet.network.UNetConfiguration;
import spine.unet.network.UNetTopology;

/**
 * What {@code configuration.json} of a DL4J graph says, after it was found to describe an attention U-Net of ours and nothing else.
 *
 * @param size of the network
 * @param order names of all vertices in the order in which their parameters are stored
 * @param iterations steps of training so far, at least 0
 */
record GraphDescription(UNetConfiguration size, List<String> order, int iterations) {
    static final String NORM = "-norm";
    private static final String FIRST = "encoder1a";
    private static final String LAST = "classes";

    /** Far above any that a processor could run in time: 36 million weights. */
    private static final int MOST_FILTERS = 64;
    private static final int MOST_CHANNELS = 64;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** @throws IOException if it describes anything else; the message is one sentence */
    static GraphDescription read(byte[] json) throws IOException {
        JsonNode root;
        try {
            root = MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IOException("the network's configuration is not JSON: " + PlainText.excerpt(e.getOriginalMessage()), e);
        }
        JsonNode vertices = root.path("vertices");
        UNetConfiguration size = new UNetConfiguration(bounded(vertices, FIRST, "nin", 1, MOST_CHANNELS),
                bounded(vertices, FIRST, "nout", 1, MOST_FILTERS), bounded(vertices, LAST, "nout", 2, MOST_CHANNELS));
        Map<String, StoredGraph.Vertex> expected = StoredGraph.of(size);
        if (vertices.size() != expected.size()) {
            throw new IOException("the network has " + vertices.size() + " vertices, an attention U-Net " + expected.size());
        }
        for (Map.Entry<String, StoredGraph.Vertex> vertex : expected.entrySet()) {
            check(vertex.getKey(), vertex.getValue(), vertices.path(vertex.getKey()), root.path("vertexInputs").path(vertex.getKey()));
        }
        for (Convolution c : UNetTopology.convolutions(size)) {
            check(c, layer(vertices, c.name()));
            if (c.normalised()) {
                checkNorm(c, layer(vertices, c.name() + NORM));
            }
        }
        return new GraphDescription(size, order(root.path("topologicalOrderStr"), expected.keySet()),
                Math.max(0, root.path("iterationCount").asInt()));
    }

    private static int bounded(JsonNode vertices, String vertex, String member, int least, int most) throws IOException {
        JsonNode value = layer(vertices, vertex).path(member);
        if (!value.canConvertToInt() || value.intValue() < least || value.intValue() > most) {
            throw new IOException("the network's layer " + vertex + " has " + member + " = " + shortened(value) + ", not " + least + " to "
                    + most);
        }
        return value.intValue();
    }

    private static JsonNode layer(JsonNode vertices, String name) {
        return vertices.path(name).path("layerConf").path("layer");
    }

    private static void check(String name, StoredGraph.Vertex expected, JsonNode vertex, JsonNode inputs) throws IOException {
        JsonNode described = vertex.has("layerConf") ? vertex.path("layerConf").path("layer") : vertex;
        require(name, "@class", expected.className(), described.path("@class").asText());
        for (Map.Entry<String, String> member : expected.members().entrySet()) {
            String path = member.getKey();
            JsonNode value = described;
            for (String step : path.split("/")) {
                value = value.path(step);
            }
            require(name, path, member.getValue(), value.isValueNode() ? value.asText() : value.toString());
        }
        require(name, "preProcessor", "null", vertex.path("preProcessor").asText("null"));
        List<String> sources = new ArrayList<>();
        inputs.forEach(input -> sources.add(input.asText()));
        require(name, "inputs", expected.inputs().toString(), sources.toString());
    }

    private static void check(Convolution c, JsonNode layer) throws IOException {
        require(c.name(), "nin", Integer.toString(c.in()), layer.path("nin").asText());
        require(c.name(), "nout", Integer.toString(c.out()), layer.path("nout").asText());
        require(c.name(), "hasBias", Boolean.toString(c.bias()), layer.path("hasBias").asText());
    }

    private static void checkNorm(Convolution c, JsonNode layer) throws IOException {
        require(c.name() + NORM, "nout", Integer.toString(c.out()), layer.path("nout").asText());
        if (layer.path("eps").asDouble() != BatchNormalisation.EPSILON) {
            throw new IOException("the network's layer " + c.name() + NORM + " has eps = " + shortened(layer.path("eps")) + ", not "
                    + BatchNormalisation.EPSILON);
        }
    }

    private static void require(String vertex, String what, String expected, String found) throws IOException {
        if (!found.equals(expected)) {
            throw new IOException("the network's vertex " + vertex + " has " + what + " = " + shortened(found)
                    + ", where an attention U-Net has "
                    + expected);
        }
    }

    private static List<String> order(JsonNode names, Set<String> expected) throws IOException {
        List<String> order = new ArrayList<>();
        names.forEach(name -> order.add(name.asText()));
        order.remove(StoredGraph.INPUT);
        if (order.size() != expected.size() || !new HashSet<>(order).equals(expected)) {
            throw new IOException("the network's topologicalOrderStr does not name every vertex once");
        }
        return List.copyOf(order);
    }

    private static String shortened(Object value) {
        return "'" + PlainText.excerpt(String.valueOf(value), 80) + "'";
    }
}
