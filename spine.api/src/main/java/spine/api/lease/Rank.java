package spine.api.lease;

import java.util.Comparator;
import java.util.Objects;

/**
 * The order of providers: higher service ranking first, then the newer version, then the lower service id. So the
 * newest version serves whatever the order of arrival, and {@code service.ranking} overrides it by hand.
 *
 * @param ranking {@code service.ranking}, 0 if the provider has none
 * @param version OSGi version {@code major[.minor[.micro[.qualifier]]]}
 * @param serviceId {@code service.id}
 */
public record Rank(int ranking, String version, long serviceId) implements Comparable<Rank> {
    private static final Comparator<Rank> FIRST_SERVES = Comparator.comparingInt(Rank::ranking)
            .thenComparing(Rank::version, Rank::compareVersions).reversed()
            .thenComparingLong(Rank::serviceId);

    public Rank {
        Objects.requireNonNull(version, "version");
    }

    /** Negative if this provider serves before the other. */
    @Override
    public int compareTo(Rank other) {
        return FIRST_SERVES.compare(this, other);
    }

    /** Compares as OSGi does: three numbers, then the qualifier as text; what is missing or no number counts as 0. */
    private static int compareVersions(String left, String right) {
        String[] a = left.split("\\.", 4);
        String[] b = right.split("\\.", 4);
        for (int i = 0; i < 3; i++) {
            int byNumber = Long.compare(number(a, i), number(b, i));
            if (byNumber != 0) {
                return byNumber;
            }
        }
        return (a.length > 3 ? a[3] : "").compareTo(b.length > 3 ? b[3] : "");
    }

    private static long number(String[] parts, int i) {
        try {
            return i < parts.length ? Long.parseLong(parts[i]) : 0;
        } catch (NumberFormatException notANumber) {
            return 0;
        }
    }
}
