package spine.report.internal.comparison.page;

import java.util.Locale;
import spine.report.internal.comparison.change.Change;

/** How a change looks: class of the style sheet and sign, which say the same without colours. */
enum ChangeStyle {
    BETTER("▼"), WORSE("▲"), SAME("●"), UNKNOWN("○");

    private final String sign;

    ChangeStyle(String sign) {
        this.sign = sign;
    }

    static ChangeStyle of(Change change) {
        if (!change.known()) {
            return UNKNOWN;
        }
        return switch (change.verdict()) {
            case IMPROVED -> BETTER;
            case WORSE -> WORSE;
            case NO_DETECTABLE_CHANGE -> SAME;
            case UNDETERMINED -> change.none() ? SAME : UNKNOWN;
        };
    }

    String style() {
        return name().toLowerCase(Locale.ROOT);
    }

    String sign() {
        return sign;
    }
}
