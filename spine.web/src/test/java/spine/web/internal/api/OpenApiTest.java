package spine.web.internal.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import spine.web.internal.access.Route;
import spine.web.internal.access.Routes;

/** The document of the API has every route of the table with its role, and no other. */
class OpenApiTest {

    @Test
    void documentAndTableAreTheSame() throws IOException {
        JsonNode paths = new ObjectMapper().readTree(OpenApiTest.class.getResource("/openapi.json")).path("paths");
        Set<String> documented = new TreeSet<>();
        paths.fields().forEachRemaining(path -> path.getValue().fields().forEachRemaining(operation -> documented.add(
                operation.getKey().toUpperCase() + " " + path.getKey() + " " + operation.getValue().path("x-role").textValue())));
        Set<String> routed = new TreeSet<>();
        for (Route route : Routes.ALL) {
            if (route.pattern().startsWith("/api/") || route.pattern().startsWith("/health")) {
                routed.add(route.method() + " " + route.pattern().replace("...}", "}") + " " + route.roleWord());
            }
        }
        assertEquals(routed, documented);
    }
}
