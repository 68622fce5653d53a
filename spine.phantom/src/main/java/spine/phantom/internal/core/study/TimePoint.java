package spine.phantom.internal.core.study;

import java.time.LocalDate;
import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.core.random.SessionRandom;

/**
 * When in the course of a patient a study is made.
 *
 * @param number from 1; the first is the study that a seed alone stands for
 * @param unchanged whether marrow and lesions stay what they were at the first time point
 */
public record TimePoint(int number, boolean unchanged) {
    /** The only one of a patient without follow-up. */
    public static final TimePoint FIRST = new TimePoint(1, false);

    /** From a study to the next, days: 12 weeks to a year, as in trials. */
    private static final int SOONEST = 84;
    private static final int LATEST = 364;

    public boolean first() {
        return number == 1;
    }

    /** The random numbers of the examination. @param patient of everything about the patient */
    public SessionRandom session(SeededRandom patient) {
        return new SessionRandom(patient, first() ? patient : patient.child("time point", number));
    }

    /** The date of the study. @param first that of the first study @param patient as in {@link #session} */
    public LocalDate date(LocalDate first, SeededRandom patient) {
        LocalDate date = first;
        for (int later = 2; later <= number; later++) {
            date = date.plusDays(patient.child("interval", later).between(SOONEST, LATEST));
        }
        return date;
    }
}
