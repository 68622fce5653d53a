package spine.io.dicom.internal.selection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import spine.api.image.Note;
import spine.io.dicom.internal.header.ImageHeader;

/**
 * Of acquisitions of the same station keeps one: the later, since a station is usually repeated because the first was poor, unless the
 * later is less complete, as one that was aborted, or lies off the spine. Which one is meant only a person can know, so that every choice
 * is a warning.
 */
final class RepeatedStations {
    private static final double NEARLY_ALL = 0.9;
    private static final double CLEARLY_LESS = 0.8;
    private static final double SAME_DIRECTION = Math.cos(Math.toRadians(10));
    private static final double SAME_SIDE_MM = 20;

    private final List<Note> notes;

    /** @param notes takes a note on every station left out */
    RepeatedStations(List<Note> notes) {
        this.notes = notes;
    }

    List<Station> resolve(List<Station> stations) {
        List<Station> kept = new ArrayList<>();
        for (Station station : stations) {
            Station rival = kept.stream().filter(other -> showSame(station, other)).findFirst().orElse(null);
            if (rival == null) {
                kept.add(station);
            } else {
                kept.set(kept.indexOf(rival), choose(rival, station, stations));
            }
        }
        return kept;
    }

    /**
     * For images that no StudyInstanceUID holds together: why they may be of two exams, in words without a full stop; empty if they show no
     * place in two frames of reference.
     */
    static Optional<String> ofSeveralExams(List<Station> stations) {
        for (Station one : stations) {
            for (Station other : stations) {
                if (!frame(one).equals(frame(other)) && showSame(one, other)) {
                    return Optional.of("it has no StudyInstanceUID, and " + one.series().label() + " and " + other.series().label()
                            + " show the same place in two frames of reference, so that they may be of two exams; nothing was scored");
                }
            }
        }
        return Optional.empty();
    }

    private static String frame(Station station) {
        return station.first().uids().frameOfReference();
    }

    private static boolean showSame(Station one, Station other) {
        Extent a = one.headFoot();
        Extent b = other.headFoot();
        double shorter = Math.min(a.length(), b.length());
        return shorter >= CLEARLY_LESS * Math.max(a.length(), b.length()) && a.overlap(b) > NEARLY_ALL * shorter
                && Math.abs(one.plane().normal().dot(other.plane().normal())) > SAME_DIRECTION
                && one.lateral().overlap(other.lateral()) >= Math.min(one.lateral().length(), other.lateral().length()) / 2;
    }

    private Station choose(Station one, Station other, List<Station> all) {
        boolean otherIsLater = isLater(other.first(), one.first());
        Station later = otherIsLater ? other : one;
        Station earlier = otherIsLater ? one : other;
        if (area(later) < CLEARLY_LESS * area(earlier)) {
            leaveOut(later, "it repeats " + earlier.series().partLabel() + " with less in view");
            return earlier;
        }
        double middle = middle(one, other, all);
        double farther = Math.abs(later.centre().x() - middle) - Math.abs(earlier.centre().x() - middle);
        if (area(earlier) >= CLEARLY_LESS * area(later) && farther > SAME_SIDE_MM) {
            leaveOut(later, "it repeats " + earlier.series().partLabel() + " farther to the side");
            return earlier;
        }
        notes.add(Note.warning(earlier.series().uid().equals(later.series().uid())
                ? "Left out " + earlier.slices().size() + " images of " + earlier.series().label() + ": " + later.slices().size()
                        + " others of it show the same place and are scored."
                : "Left out " + earlier.series().partLabel() + ": " + later.series().partLabel() + ", the later one, shows the same place"
                        + " and is scored."));
        return later;
    }

    /** By time; by the numbers of series and image where the time is unknown or the same. */
    private static boolean isLater(ImageHeader one, ImageHeader other) {
        boolean timed = !one.acquired().isEmpty() && !other.acquired().isEmpty();
        int byTime = timed ? one.acquired().compareTo(other.acquired()) : 0;
        return byTime == 0 ? one.order().compareTo(other.order()) > 0 : byTime > 0;
    }

    /** What a station covers of a frontal view, mm2. */
    private static double area(Station station) {
        return station.headFoot().length() * station.lateral().length();
    }

    /** Where the other stations have their middle; without any, the middle of the scanner. */
    private static double middle(Station one, Station other, List<Station> all) {
        return all.stream().filter(station -> !showSame(station, one) && !showSame(station, other)).mapToDouble(s -> s.centre().x())
                .average().orElse(0);
    }

    private void leaveOut(Station station, String reason) {
        notes.add(Note.warning("Left out " + station.series().partLabel() + ": " + reason + "."));
    }
}
