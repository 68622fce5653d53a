package spine.deidentify.internal.dataset;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reduces a description of a series, study or protocol to words that are known to describe images. Everything else is dropped, so that no
 * name, date or place can remain. The words by which the reader of studies tells STIR, FLAIR and localizers are found wherever it finds
 * them, also within other words, so that it takes the same series before and after.
 */
public final class CleanDescription {
    private static final int LONGEST = 64;
    private static final List<Word> WORDS = Stream.concat(
            Stream.of(new Word("STIR", "STIR"), new Word("TIRM", "TIRM"), word("TIR"), new Word("FLAIR", "FLAIR"),
                    new Word("DARK.?FLUID", "DARK FLUID"), new Word("LOCALI[SZ]ER", "LOCALIZER"), new Word("SCOUT", "SCOUT"),
                    new Word("SURVEY", "SURVEY"), word("LOC"), whole("SAG|SAGITTAL", "SAG"), whole("COR|CORONAL", "COR"),
                    whole("TRA|TRANS|TRANSVERSAL|AX|AXIAL", "TRA"), whole("T1W?", "T1"), whole("T2W?", "T2"), whole("PDW?", "PD")),
            Stream.of("TSE", "FSE", "SE", "IR", "GRE", "FFE", "FS", "FATSAT", "SPAIR", "SPIR", "DIXON", "MPR", "COMPOSED", "CERVICAL",
                    "THORACIC", "LUMBAR", "SACRUM", "SACRAL", "SPINE", "WHOLE", "TOTAL", "UPPER", "MIDDLE", "LOWER", "HWS", "BWS", "LWS")
                    .map(word -> whole(word, word))).toList();

    private CleanDescription() {
    }

    private record Word(Pattern pattern, String term) {
        Word(String pattern, String term) {
            this(Pattern.compile(pattern), term);
        }
    }

    private record Found(int at, String term) {
    }

    /** @return the known words in the order of the text, each once, at most 64 characters; empty if there are none */
    public static String of(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        StringBuilder clean = new StringBuilder();
        WORDS.stream().flatMap(word -> first(word, upper)).sorted(Comparator.comparingInt(Found::at)).map(Found::term).distinct()
                .filter(term -> clean.length() + 1 + term.length() <= LONGEST)
                .forEach(term -> clean.append(clean.isEmpty() ? "" : " ").append(term));
        return clean.toString();
    }

    private static Stream<Found> first(Word word, String text) {
        Matcher matcher = word.pattern().matcher(text);
        return matcher.find() ? Stream.of(new Found(matcher.start(), word.term())) : Stream.empty();
    }

    /** Not within a word; digits may touch it. */
    private static Word word(String term) {
        return new Word("(?<![A-Z])" + term + "(?![A-Z])", term);
    }

    private static Word whole(String alternatives, String term) {
        return new Word("(?<![\\p{L}\\p{N}])(?:" + alternatives + ")(?![\\p{L}\\p{N}])", term);
    }
}
