package spine.runtime;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;

import spine.api.report.ReportWriter;
import spine.api.score.ScoringIndex;
import spine.api.service.UnavailableException;

/**
 * The formats and indices that there are at the moment, by the words that commands and settings have for them, so that a slip is
 * answered at once.
 */
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

    /** A sentence on the first that nobody can write, with what there is instead; empty if there are all. */
    public Optional<String> missingFormat(List<String> wanted) {
        return missing(wanted, formats(), "format");
    }

    /** A sentence on the first that nobody can score, with what there is instead; empty if there are all. */
    public Optional<String> missingIndex(List<String> wanted) {
        return missing(wanted, indexes(), "scoring index");
    }

    /** @throws IllegalArgumentException if there is no writer for one of them */
    public void requireFormats(List<String> wanted) {
        missingFormat(wanted).ifPresent(sentence -> {
            throw new IllegalArgumentException(sentence);
        });
    }

    /** @throws UnavailableException if one of them is missing */
    public void requireIndexes(List<String> wanted) throws UnavailableException {
        Optional<String> missing = missingIndex(wanted);
        if (missing.isPresent()) {
            throw new UnavailableException(missing.get());
        }
    }

    private static Optional<String> missing(List<String> wanted, List<String> there, String what) {
        String instead = "there is " + (there.isEmpty() ? "none" : String.join(", ", there)) + ".";
        return wanted.stream().filter(word -> !there.contains(word)).findFirst().map(word -> word.isBlank()
                ? "One " + what + " in the list is empty; " + instead : "There is no " + what + " " + word + "; " + instead);
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
