package spine.app.internal.cli.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import spine.api.model.ModelCard;

class NextVersionTest {

    @Test
    void aTrainedModelFollowsTheServingOne() {
        assertEquals("1.0.0", NextVersion.after(List.of(), "bmo"));
        assertEquals("2.5.0", NextVersion.after(List.of(card("vbivd", "9.9.9"), card("bmo", "2.4.1"), card("bmo", "1.0.0")), "bmo"));
    }

    private static ModelCard card(String role, String version) {
        return new ModelCard("spine.model." + role, version, role, List.of("background", "x"), Map.of(), 0.5, "", Map.of(), "", "");
    }
}
