package spine.evaluate.internal.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import spine.api.UnusableInputException;

/** Joins the readings of several readers with the reports of the pipeline; who is not scored by all is listed and left out. */
public final class RatingJoin {
    private final Map<String, List<Map<Visit, Reading>>> sittings = new LinkedHashMap<>();
    private final Set<Visit> read = new TreeSet<>();

    /** What the pipeline says of a study. */
    public interface Reports {
        /** @throws UnusableInputException if there is no usable report of the study; the sentence says why */
        Reading of(String study) throws UnusableInputException;
    }

    /** @param rows each study, reader and sitting once */
    public RatingJoin(List<ReadingRow> rows) {
        rows.stream().map(ReadingRow::reader).sorted().forEach(reader -> sittings.put(reader, List.of(new LinkedHashMap<>(),
                new LinkedHashMap<>())));
        rows.stream().sorted(Comparator.comparing(ReadingRow::sitting)).forEach(row -> {
            read.add(row.visit());
            List<Map<Visit, Reading>> own = sittings.get(row.reader());
            if (own.get(0).putIfAbsent(row.visit(), row.reading()) != null) {
                own.get(1).putIfAbsent(row.visit(), row.reading());
            }
        });
    }

    /**
     * @param truth what is true of the studies, by their UID; empty if it is not known
     * @param images of the same
     * @param leftOut sentences on studies that are missing already
     * @param notes for the reader of the figures
     * @throws UnusableInputException if there are not two patients whom all have scored
     */
    public RatedStudies with(Reports reports, Map<String, Reading> truth, List<ImageOutcome> images, List<String> leftOut,
            List<String> notes) throws UnusableInputException {
        List<String> missing = new ArrayList<>(leftOut);
        Map<Visit, Reading> scored = new LinkedHashMap<>();
        for (Visit visit : read) {
            List<String> without = sittings.entrySet().stream().filter(reader -> !reader.getValue().get(0).containsKey(visit))
                    .map(Map.Entry::getKey).toList();
            if (!without.isEmpty()) {
                missing.add("Study " + visit.study() + " was not read by " + String.join(", ", without) + ".");
                continue;
            }
            try {
                scored.put(visit, reports.of(visit.study()));
            } catch (UnusableInputException reason) {
                missing.add("Study " + visit.study() + ": " + reason.getMessage());
            }
        }
        if (scored.keySet().stream().map(Visit::patient).distinct().count() < 2) {
            throw new UnusableInputException("There are not two patients whom the pipeline and all readers have scored"
                    + (missing.isEmpty() ? "." : "; the first that is missing: " + missing.get(0)));
        }
        Map<Visit, Reading> known = new LinkedHashMap<>();
        scored.keySet().stream().filter(visit -> truth.containsKey(visit.study()))
                .forEach(visit -> known.put(visit, truth.get(visit.study())));
        Set<String> studies = new LinkedHashSet<>();
        scored.keySet().forEach(visit -> studies.add(visit.study()));
        return new RatedStudies(List.copyOf(scored.keySet()), raters(0), raters(1), new Rater(RatedStudies.PIPELINE, scored),
                known.isEmpty() ? Optional.empty() : Optional.of(new Rater(RatedStudies.TRUTH, known)),
                images.stream().filter(image -> studies.contains(image.study())).toList(), missing, notes);
    }

    private List<Rater> raters(int sitting) {
        return sittings.entrySet().stream().map(reader -> new Rater(reader.getKey(), reader.getValue().get(sitting))).toList();
    }
}
