package spine.agreement.resampling;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * The order in which readers see the images of patients at several times without knowing which came first: cases in random order, the times
 * of each case under letters in random order. All of it follows from the seed, so that who knows the seed knows the key: keep both away
 * from the readers.
 */
public final class BlindedOrder {
    /** Letters of the times of a case. */
    private static final int MOST_TIMES = 26;

    private final List<Item> items;

    /**
     * A time of a case. The reader is told code and letter alone; the others are the key.
     *
     * @param code of the case, such as {@code case-07}; in ascending order of reading
     * @param letter under which this time of the case is shown
     * @param patient whom it shows
     * @param time which of the patient's times, 1 is the earliest
     */
    public record Item(String code, String letter, String patient, int time) {
    }

    /**
     * @param patients each once
     * @param times for each patient the number of times, 1 to 26
     * @param seed of the random numbers
     * @throws IllegalArgumentException if a patient is there twice, or has no time or more than 26
     */
    public BlindedOrder(List<String> patients, List<Integer> times, long seed) {
        if (patients.size() != times.size() || patients.stream().distinct().count() != patients.size()
                || times.stream().anyMatch(number -> number < 1 || number > MOST_TIMES)) {
            throw new IllegalArgumentException("Each patient is named once and has 1 to " + MOST_TIMES + " times.");
        }
        Random random = new Random(seed);
        List<Integer> cases = shuffled(patients.size(), random);
        int digits = Math.max(2, String.valueOf(patients.size()).length());
        List<Item> shown = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            List<Integer> order = shuffled(times.get(cases.get(i)), random);
            for (int letter = 0; letter < order.size(); letter++) {
                shown.add(new Item(String.format(Locale.ROOT, "case-%0" + digits + "d", i + 1), String.valueOf((char) ('A' + letter)),
                        patients.get(cases.get(i)), order.get(letter) + 1));
            }
        }
        items = List.copyOf(shown);
    }

    /** In the order of reading. */
    public List<Item> items() {
        return items;
    }

    /**
     * Whose image at which time it was.
     *
     * @throws IllegalArgumentException if no reader was shown it
     */
    public Item unblind(String code, String letter) {
        return items.stream().filter(item -> item.code.equals(code) && item.letter.equals(letter)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no " + code + " " + letter + "."));
    }

    private static List<Integer> shuffled(int size, Random random) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            order.add(i);
        }
        Collections.shuffle(order, random);
        return order;
    }
}
