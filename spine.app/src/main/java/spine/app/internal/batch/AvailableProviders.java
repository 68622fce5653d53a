package spine.app.internal.batch;

import java.util.List;
import java.util.Objects;

import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;

import spine.api.report.ReportWriter;
import spine.api.score.ScoringIndex;
import spine.api.service.UnavailableException;

/** The words that {@code --format} and {@code --index} take at the moment, so that a slip is answered at once. */
public final class AvailableProviders {
    private final BundleContext context;

    public AvailableProviders(BundleContext context) {
        this.context = context;
    }

    /** What may be written, sorted. */
    public List<String> formats() {
        return values(ReportWriter.class, ReportWriter.FORMAT);
    }

    /** What may be scored, sorted. */
    public List<String> indexes() {
        return values(ScoringIndex.class, ScoringIndex.INDEX_ID);
    }

    /** @throws IllegalArgumentException if there is no writer for one of them */
    public void requireFormats(List<String> wanted) {
        List<String> there = formats();
        for (String format : wanted) {
            if (!there.contains(format)) {
                throw new IllegalArgumentException("There is no format " + format + "; there is " + String.join(", ", there));
            }
        }
    }

    /** @throws UnavailableException if one of them is missing */
    public void requireIndexes(List<String> wanted) throws UnavailableException {
        List<String> there = indexes();
        for (String index : wanted) {
            if (!there.contains(index)) {
                throw new UnavailableException("There is no scoring index " + index + "; there is "
                        + (there.isEmpty() ? "none" : String.join(", ", there)) + ".");
            }
        }
    }

    private <T> List<String> values(Class<T> type, String key) {
        try {
            return context.getServiceReferences(type, null).stream().map(ref -> ref.getProperty(key)).filter(Objects::nonNull)
                    .map(Object::toString).distinct().sorted().toList();
        } catch (InvalidSyntaxException noFilterNoSyntax) {
            throw new IllegalStateException(noFilterNoSyntax);
        }
    }
}
