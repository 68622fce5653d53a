package spine.dicom;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reduces a description of a series, study or protocol, which is free text, to words that are known to describe images. Everything else
 * is dropped, so that no name, date or place can remain. The words by which STIR, FLAIR and localizers are told are found also within
 * other words, so that a reader of studies takes the same series before and after.
 */
public final class DescriptionWords {
    /** Of a value of VR LO (PS3.5 6.2). */
    private static final int LONGEST = 64;
    private static final List<Pattern> WORDS = Stream.concat(
            Stream.of("STIR", "TIRM", apart("TIR"), "FLAIR", "DARK.?FLUID", "LOCALI[SZ]ER", "SCOUT", "SURVEY", apart("LOC")),
            Stream.of("SAG|SAGITTAL", "COR|CORONAL", "TRA|TRANS|TRANSVERSAL|AX|AXIAL", "T1W?", "T2W?", "PDW?", "TSE", "FSE", "SE", "IR",
                    "GRE", "FFE", "FS", "FATSAT", "SPAIR", "SPIR", "DIXON", "MPR", "COMPOSED", "CERVICAL", "THORACIC", "LUMBAR", "SACRUM",
                    "SACRAL", "SPINE", "WHOLE", "TOTAL", "UPPER", "MIDDLE", "LOWER", "HWS", "BWS", "LWS").map(DescriptionWords::whole))
            .map(word -> Pattern.compile(word, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)).toList();

    private DescriptionWords() {
    }

    private record Found(int at, String word) {
    }

    /** @return the known words as the text has them and in its order, each once, at most 64 characters; empty if there are none */
    public static String of(String text) {
        StringBuilder words = new StringBuilder();
        Set<String> seen = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        WORDS.stream().flatMap(word -> first(word, text)).sorted(Comparator.comparingInt(Found::at)).map(Found::word).filter(seen::add)
                .filter(word -> words.length() + 1 + word.length() <= LONGEST)
                .forEach(word -> words.append(words.isEmpty() ? "" : " ").append(word));
        return words.toString();
    }

    private static Stream<Found> first(Pattern word, String text) {
        Matcher matcher = word.matcher(text);
        return matcher.find() ? Stream.of(new Found(matcher.start(), matcher.group().replaceAll("[^A-Za-z0-9]", " "))) : Stream.empty();
    }

    /** Not within a word; digits may touch it. */
    private static String apart(String word) {
        return "(?<![A-Z])" + word + "(?![A-Z])";
    }

    private static String whole(String alternatives) {
        return "(?<![\\p{L}\\p{N}])(?:" + alternatives + ")(?![\\p{L}\\p{N}])";
    }
}
