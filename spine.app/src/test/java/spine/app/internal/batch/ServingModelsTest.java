package spine.app.internal.batch;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import spine.api.model.ModelCard;
import spine.api.model.ModelRole;
import spine.api.service.UnavailableException;
import spine.runtime.ModelCatalogue;
import spine.runtime.ModelEntry;
import spine.runtime.ModelName;

class ServingModelsTest {
    private final List<ModelEntry> entries = new ArrayList<>();

    @Test
    void aModelForEachRoleIsEnough() {
        serves(ModelRole.ANATOMY);
        serves(ModelRole.OEDEMA);
        refused(ModelRole.OEDEMA, "it is broken.");
        assertDoesNotThrow(models()::require);
    }

    @Test
    void aRoleWithoutAModelIsNamedWithWhatIsRefused() {
        serves(ModelRole.ANATOMY);
        refused(ModelRole.ANATOMY, "it is old");
        refused(ModelRole.OEDEMA, "it is broken.");
        refused("", "it has no card");
        entries.add(new ModelEntry(ModelRole.OEDEMA, new ModelName("new", "1.0.0"), ModelEntry.State.STANDBY, "it is untried",
                Optional.empty()));
        assertEquals("No model bmo is available; of-bmo@1.0.0 is refused: it is broken; of-@1.0.0 is refused: it has no card; new@1.0.0 is on"
                + " standby: it is untried.", refusal());
    }

    @Test
    void withoutAnythingThatIsSaid() {
        assertEquals("No model vbivd is available.", refusal());
    }

    private String refusal() {
        return assertThrows(UnavailableException.class, models()::require).getMessage();
    }

    private void serves(String role) {
        ModelCard card = new ModelCard("of-" + role, "1.0.0", role,
                role.equals(ModelRole.ANATOMY) ? ModelRole.ANATOMY_CLASSES : ModelRole.OEDEMA_CLASSES, Map.of(), 0.5, "", Map.of(), "", "");
        entries.add(new ModelEntry(role, new ModelName(card.id(), card.version()), ModelEntry.State.SERVING, "", Optional.of(card)));
    }

    private void refused(String role, String reason) {
        entries.add(new ModelEntry(role, new ModelName("of-" + role, "1.0.0"), ModelEntry.State.REFUSED, reason, Optional.empty()));
    }

    private ServingModels models() {
        return new ServingModels(new ModelCatalogue() {
            @Override
            public List<ModelCard> cards() {
                return entries.stream().flatMap(entry -> entry.card().stream()).toList();
            }

            @Override
            public List<ModelEntry> entries() {
                return List.copyOf(entries);
            }

            @Override
            public List<String> warnings() {
                return List.of();
            }

            @Override
            public List<String> lines() {
                return List.of();
            }
        });
    }
}
