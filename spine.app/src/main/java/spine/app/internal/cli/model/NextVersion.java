package spine.app.internal.cli.model;

import java.util.List;

import org.osgi.framework.Version;

import spine.api.model.ModelCard;

/** The version of a model that is to follow the newest one. */
final class NextVersion {

    private NextVersion() {
    }

    /** @param models of any role, newest first; the next minor version of the first with the role, 1.0.0 if there is none */
    static String after(List<ModelCard> models, String role) {
        return models.stream().filter(card -> card.role().equals(role)).findFirst()
                .map(card -> Version.parseVersion(card.version()))
                .map(version -> new Version(version.getMajor(), version.getMinor() + 1, 0))
                .orElse(new Version(1, 0, 0)).toString();
    }

    static boolean isVersion(String text) {
        return text.matches("\\d{1,9}\\.\\d{1,9}\\.\\d{1,9}");
    }
}
