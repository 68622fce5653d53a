package spine.io.dicom.internal.header;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells STIR from everything else. The facts of the header decide; words do only where the header names neither a
 * sequence type nor an inversion time, because descriptions are free text and are copied from one protocol to the next.
 */
public final class ContrastRule {
    /** Inversion times that null fat: below 100 ms in low fields, about 130-180 ms at 1.5 T, 180-265 ms at 3 T. */
    private static final double SHORTEST_FAT_NULL_MS = 80;
    private static final double LONGEST_FAT_NULL_MS = 300;
    /** Longer inversion nulls cerebrospinal fluid. */
    private static final double SHORTEST_FLUID_NULL_MS = 1000;
    private static final double SHORTEST_LONG_REPETITION_MS = 1500;
    private static final double LONGEST_STIR_ECHO_MS = 150;
    private static final double SHORTEST_T2_ECHO_MS = 60;

    private static final Pattern STIR_WORD = Pattern.compile("STIR|TIRM|(?<![A-Z])TIR(?![A-Z])");
    private static final Pattern FLAIR_WORD = Pattern.compile("FLAIR|DARK.?FLUID");
    private static final Pattern LOCALIZER_WORD = Pattern.compile("LOCALI[SZ]ER|SCOUT|SURVEY|(?<![A-Z])LOC(?![A-Z])");

    private ContrastRule() {
    }

    public static Contrast of(ImageHeader image) {
        MrParameters parameters = image.parameters();
        double ti = parameters.inversionTimeMs();
        if (ti >= SHORTEST_FLUID_NULL_MS) {
            return Contrast.FLAIR;
        }
        boolean fatNull = ti >= SHORTEST_FAT_NULL_MS && ti <= LONGEST_FAT_NULL_MS;
        boolean bothSaturated = parameters.saturatesFat() && !parameters.invertsByName();
        if (fatNull && !bothSaturated && hasTimesOfStir(parameters)) {
            return Contrast.STIR;
        }
        if (Double.isNaN(ti) && parameters.invertsByName()) {
            return mentions(FLAIR_WORD, image) ? Contrast.FLAIR : hasTimesOfStir(parameters) ? Contrast.STIR : Contrast.OTHER;
        }
        if (Double.isNaN(ti) && !parameters.namesSequence() && isCalledStir(image)) {
            return Contrast.STIR;
        }
        return withoutFatNull(parameters);
    }

    /** Whether a word says STIR, whatever the facts are. */
    public static boolean isCalledStir(ImageHeader image) {
        return mentions(STIR_WORD, image) && !mentions(LOCALIZER_WORD, image);
    }

    /** A long repetition time and an echo time that still leaves signal; an unknown time does not speak against it. */
    private static boolean hasTimesOfStir(MrParameters parameters) {
        return !(parameters.repetitionTimeMs() < SHORTEST_LONG_REPETITION_MS) && !(parameters.echoTimeMs() > LONGEST_STIR_ECHO_MS);
    }

    private static Contrast withoutFatNull(MrParameters parameters) {
        double tr = parameters.repetitionTimeMs();
        double te = parameters.echoTimeMs();
        if (Double.isNaN(tr) || Double.isNaN(te)) {
            return Contrast.OTHER;
        }
        if (tr < SHORTEST_LONG_REPETITION_MS) {
            return te < SHORTEST_T2_ECHO_MS / 2 ? Contrast.T1 : Contrast.OTHER;
        }
        if (parameters.saturatesFat()) {
            return Contrast.FAT_SATURATED_T2;
        }
        return te < SHORTEST_T2_ECHO_MS ? Contrast.PROTON_DENSITY : Contrast.T2;
    }

    private static boolean mentions(Pattern pattern, ImageHeader image) {
        return image.words().stream().anyMatch(words -> pattern.matcher(words.toUpperCase(Locale.ROOT)).find());
    }
}
