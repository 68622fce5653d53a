package spine.dist;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The parts that a CycloneDX file lists.
 *
 * @param names by SHA-256
 */
record BillOfMaterials(Map<String, String> names) {

    static BillOfMaterials read(Path file) throws IOException {
        Map<String, String> names = new TreeMap<>();
        for (JsonNode component : new ObjectMapper().readTree(file.toFile()).get("components")) {
            for (JsonNode hash : component.get("hashes")) {
                if (hash.get("alg").asText().equals("SHA-256")) {
                    names.put(hash.get("content").asText(), component.get("name").asText());
                }
            }
        }
        return new BillOfMaterials(names);
    }
}
