package spine.jobs.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

import spine.api.comparison.ComparisonSummary;
import spine.api.comparison.PatientTimeline;

/** Takes all studies for those of one patient, and compares each with those that came before. */
final class SampleTimeline implements PatientTimeline {
    /** What was added, study and number of images, in order. */
    final List<String> added = new CopyOnWriteArrayList<>();
    final Set<String> known = new ConcurrentSkipListSet<>();
    /** A comparison does not end before this is counted down. */
    volatile CountDownLatch gate = new CountDownLatch(0);
    volatile IOException failure;

    @Override
    public Outcome add(Place place, Reach reach) throws IOException {
        added.add(place.studyInstanceUid() + " " + place.images().stream().filter(Files::exists).count() + " " + reach);
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (failure != null) {
            throw failure;
        }
        if (!Files.isDirectory(place.folder())) {
            throw new AssertionError("the result is not in its place");
        }
        boolean first = known.isEmpty();
        known.add(place.studyInstanceUid());
        Path folder = place.folder().resolveSibling(FOLDER).resolve(place.studyInstanceUid());
        if (first) {
            return new Outcome(true, List.of(), List.of(), List.of());
        }
        Files.writeString(Files.createDirectories(folder).resolve("comparison.html"), known.toString());
        return new Outcome(true, List.of(new Comparison(place.studyInstanceUid(), folder, LocalDate.EPOCH, LocalDate.EPOCH,
                new ComparisonSummary(folder.resolve("comparison.html"), List.copyOf(known), List.of(), List.of("Nothing changed."),
                        List.of()))), List.of("a doubt"), List.of());
    }

    @Override
    public Set<String> forgetRemoved(Path results) throws IOException {
        known.removeIf(study -> !Files.isDirectory(results.resolve(study)));
        return new TreeSet<>(known);
    }
}
