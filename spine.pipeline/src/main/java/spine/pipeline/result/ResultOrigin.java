package spine.pipeline.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What decides a result: two results of the same origin are equal, apart from timing.
 *
 * @param studyInstanceUid the study
 * @param input digest of its files; empty if its reader does not name them, and then no two origins are known to be the same
 * @param parts a line for each bundle and model that served, with name, version and digest, and how the series were chosen
 * @param settings digest of the settings; empty if there are none
 * @param label words for what the result tells of the patient beside UIDs; empty if nothing
 * @param indexes ids of the indices, in the order of their scores
 * @param formats what was written
 */
public record ResultOrigin(String studyInstanceUid, String input, List<String> parts, String settings, String label,
        List<String> indexes, List<String> formats) {

    public ResultOrigin {
        Objects.requireNonNull(studyInstanceUid, "studyInstanceUid");
        Objects.requireNonNull(input, "input");
        Objects.requireNonNull(settings, "settings");
        Objects.requireNonNull(label, "label");
        parts = List.copyOf(parts);
        indexes = List.copyOf(indexes);
        formats = List.copyOf(formats);
    }

    /** Of a result whose origin nobody has to know again, such as that of a program that calls the pipeline itself. */
    public static ResultOrigin unknown(String studyInstanceUid) {
        return new ResultOrigin(studyInstanceUid, "", List.of(), "", "", List.of(), List.of());
    }

    /** Whether models have given the result, which can be given again; not what a person has corrected. */
    boolean isOfModels() {
        return !parts.isEmpty();
    }

    /** The same for other indices. */
    ResultOrigin of(List<String> others) {
        return new ResultOrigin(studyInstanceUid, input, parts, settings, label, others, formats);
    }

    /** Why a result of the older origin cannot stand for one of this, as a sentence; empty if it can. */
    Optional<String> differenceFrom(ResultOrigin older) {
        if (!studyInstanceUid.equals(older.studyInstanceUid)) {
            return Optional.of("It is the result of study " + older.studyInstanceUid + ".");
        }
        if (input.isEmpty() || !input.equals(older.input)) {
            return Optional.of("The files of the study are not known to be the same.");
        }
        if (!parts.equals(older.parts)) {
            return Optional.of(words(names(older.parts, parts), names(parts, older.parts)));
        }
        if (!settings.equals(older.settings)) {
            return Optional.of("It was made with other settings.");
        }
        if (!label.equals(older.label)) {
            return Optional.of("It was made with another pseudonym or date.");
        }
        boolean same = indexes.equals(older.indexes) && formats.equals(older.formats);
        return same ? Optional.empty() : Optional.of("It was made for other indices or formats.");
    }

    private static String words(List<String> before, List<String> now) {
        String older = before.isEmpty() ? "fewer parts" : String.join(", ", before);
        return before.equals(now) ? "It was made by another build of " + older + "."
                : "It was made by " + older + ", now it is " + (now.isEmpty() ? "fewer parts" : String.join(", ", now)) + ".";
    }

    /** Without digests and bundles. */
    private static List<String> names(List<String> parts, List<String> others) {
        List<String> rest = new ArrayList<>(parts);
        rest.removeAll(others);
        return rest.stream().map(part -> part.replaceFirst(" sha256 .*| of .*", "")).distinct().toList();
    }
}
