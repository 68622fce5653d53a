package spine.common.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What somebody may do; each may also do what those before it may. */
public enum Role {
    /** Sees jobs, states and figures, no images and no results. */
    VIEWER,
    /** Sees images, results and reports, too. */
    READER,
    /** Submits, retries and cancels, and chooses the models that serve. */
    OPERATOR,
    /** Reads the audit trail. */
    ADMIN;

    /** Whether whoever has this role may do what {@code needed} may. */
    public boolean covers(Role needed) {
        return compareTo(needed) >= 0;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty if there is no such role. */
    public static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }

    /** For a sentence. */
    public static String words() {
        return Arrays.stream(values()).map(Role::word).collect(Collectors.joining(", "));
    }
}
