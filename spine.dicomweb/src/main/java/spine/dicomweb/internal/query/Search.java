package spine.dicomweb.internal.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import spine.dicom.StandardTags;
import spine.dicomweb.internal.archive.HeadAttribute;
import spine.dicomweb.internal.archive.Level;
import spine.dicomweb.internal.http.HttpFailure;

/**
 * What a client searches for (PS3.18 8.3.4).
 *
 * @param criteria all of which have to match
 * @param modalities of which a study has to have one; empty if any will do
 * @param includesAll whether answers are to have all attributes of the objects
 * @param included tags of attributes that answers are to have besides the usual ones
 * @param limit the most answers that are wanted
 * @param offset answers that are left out before them
 * @param warnings sentences on what was asked for and is not done
 */
record Search(List<Criterion> criteria, List<String> modalities, boolean includesAll, Set<Integer> included, int limit, int offset,
        List<String> warnings) {
    /** Answers to one request; a client asks for more with an offset. */
    static final int MOST_ANSWERS = 5_000;
    private static final int MOST_OFFSET = 100_000_000;
    private static final int MOST_PARAMETERS = 100;
    private static final int LONGEST_VALUE = 256;
    private static final int LONGEST_LIST = 8_192;
    private static final int MOST_INCLUDED = 200;

    /** Reads the parameters of a request. */
    static Search of(Map<String, String[]> parameters) throws HttpFailure {
        if (parameters.size() > MOST_PARAMETERS) {
            throw new HttpFailure(HttpFailure.BAD_REQUEST, "A search has at most " + MOST_PARAMETERS + " parameters.");
        }
        List<Criterion> criteria = new ArrayList<>();
        List<String> modalities = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        Set<Integer> included = new TreeSet<>();
        boolean all = false;
        int limit = MOST_ANSWERS;
        int offset = 0;
        for (Map.Entry<String, String[]> parameter : parameters.entrySet()) {
            String name = parameter.getKey();
            String value = value(name, parameter.getValue()).strip();
            switch (name) {
                case "accept" -> { }
                case "limit" -> limit = Math.min(MOST_ANSWERS, number(name, value));
                case "offset" -> offset = number(name, value);
                case "fuzzymatching" -> {
                    if (value.equals("true")) {
                        warnings.add("The fuzzymatching parameter is not supported. Only literal matching has been performed.");
                    }
                }
                case "includefield" -> all |= include(String.join(",", parameter.getValue()), included, warnings);
                case "ModalitiesInStudy", "00080061" -> modalities.addAll(Criterion.words(value));
                default -> criterion(name, value).ifPresent(criteria::add);
            }
        }
        return new Search(criteria, modalities, all, included, limit, offset, warnings);
    }

    /** Those of a level. */
    List<Criterion> at(Level level) {
        return criteria.stream().filter(criterion -> criterion.attribute().level() == level).toList();
    }

    /** The one study that is asked for by its UID, if it is one. */
    Optional<String> study() {
        return criteria.stream().filter(criterion -> criterion.attribute() == HeadAttribute.StudyInstanceUID)
                .map(criterion -> Criterion.words(criterion.value())).filter(uids -> uids.size() == 1).map(uids -> uids.get(0)).findFirst();
    }

    private static String value(String name, String[] values) throws HttpFailure {
        if (name.equals("includefield")) {
            return "";
        }
        String value = String.join("\\", values);
        if (value.length() > (name.endsWith("UID") ? LONGEST_LIST : LONGEST_VALUE)) {
            throw new HttpFailure(HttpFailure.BAD_REQUEST, "A value of the search is too long.");
        }
        return value;
    }

    private static int number(String name, String value) throws HttpFailure {
        if (!value.matches("\\d{1,9}") || Integer.parseInt(value) > MOST_OFFSET) {
            throw new HttpFailure(HttpFailure.BAD_REQUEST, "The parameter " + name + " is a number from 0 to " + MOST_OFFSET + ".");
        }
        return Integer.parseInt(value);
    }

    /** An empty value matches everything (PS3.4 C.2.2.2.3). */
    private static Optional<Criterion> criterion(String name, String value) throws HttpFailure {
        HeadAttribute attribute = HeadAttribute.named(name).or(() -> tag(name).flatMap(HeadAttribute::of)).orElseThrow(() ->
                new HttpFailure(HttpFailure.BAD_REQUEST, "There is no search by one of the parameters; the conformance statement has those "
                        + "there are."));
        return value.isEmpty() ? Optional.empty() : Optional.of(new Criterion(attribute, value));
    }

    /** @return whether everything is to be included */
    private static boolean include(String value, Set<Integer> included, List<String> warnings) throws HttpFailure {
        if (value.length() > LONGEST_LIST) {
            throw new HttpFailure(HttpFailure.BAD_REQUEST, "The list of included fields is too long.");
        }
        boolean all = false;
        boolean unknown = false;
        for (String word : Criterion.words(value)) {
            Optional<Integer> tag = HeadAttribute.named(word).map(HeadAttribute::tag).or(() -> tag(word));
            all |= word.equals("all");
            unknown |= tag.isEmpty() && !word.equals("all");
            tag.ifPresent(included::add);
        }
        if (included.size() > MOST_INCLUDED) {
            throw new HttpFailure(HttpFailure.BAD_REQUEST, "A search includes at most " + MOST_INCLUDED + " fields.");
        }
        if (unknown) {
            warnings.add("An included field is not known by its name and was left out: name it by its tag.");
        }
        return all;
    }

    private static Optional<Integer> tag(String word) {
        return word.matches("[0-9A-Fa-f]{8}") ? Optional.of(Integer.parseUnsignedInt(word, 16)).filter(Search::isOfDataSet)
                : Optional.empty();
    }

    private static boolean isOfDataSet(int tag) {
        return tag >>> 16 >= 8 && ((tag >>> 16 & 1) == 1 || StandardTags.isDefined(tag));
    }
}
