package spine.app.internal.batch;

import java.util.List;
import java.util.stream.Collectors;

import spine.api.model.ModelRole;
import spine.api.service.UnavailableException;
import spine.runtime.ModelCatalogue;
import spine.runtime.ModelEntry;

/** Whether there is a model for each role, so that a process which can score nothing is found out before it takes a study. */
final class ServingModels {
    private final ModelCatalogue models;

    ServingModels(ModelCatalogue models) {
        this.models = models;
    }

    /** @throws UnavailableException if a role has no model; the sentence says why those that are there do not serve */
    void require() throws UnavailableException {
        for (String role : List.of(ModelRole.ANATOMY, ModelRole.OEDEMA)) {
            if (models.entries().stream().noneMatch(entry -> entry.role().equals(role) && entry.state() == ModelEntry.State.SERVING)) {
                throw new UnavailableException("No model " + role + " is available" + refusals(role) + ".");
            }
        }
    }

    /** A model whose role is unknown may have been meant for this one. */
    private String refusals(String role) {
        return models.entries().stream()
                .filter(entry -> entry.state() == ModelEntry.State.REFUSED || entry.state() == ModelEntry.State.STANDBY)
                .filter(entry -> entry.role().equals(role) || entry.role().isEmpty())
                .map(entry -> "; " + entry.name() + (entry.state() == ModelEntry.State.REFUSED ? " is refused: " : " is on standby: ")
                         + entry.remark().replaceFirst("\\.$", "")).collect(Collectors.joining());
    }
}
