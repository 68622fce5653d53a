package spine.timeline.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import spine.pipeline.result.Manifest;

/** Remembered results of some patients, in the order in which they came. For one thread. */
final class ResultTable {
    private static final Logger LOG = LoggerFactory.getLogger(ResultTable.class);
    /** Results of one study in different places: the latest are remembered. */
    private static final int MOST_OF_STUDY = 10;
    /** One more than are compared, so that it is known that there are too many. */
    private static final int MOST_STUDIES = SamePatient.MOST_STUDIES + 1;

    private final List<RememberedResult> results;
    private final Map<String, String> damaged = new TreeMap<>();

    ResultTable(List<RememberedResult> results) {
        this.results = new ArrayList<>(results);
    }

    List<RememberedResult> all() {
        return List.copyOf(results);
    }

    List<RememberedResult> of(String patient) {
        return results.stream().filter(result -> result.patient().equals(patient)).toList();
    }

    /** Whether a result of the patient in that folder is remembered. */
    boolean has(String patient, Path folder) {
        return of(patient).stream().anyMatch(result -> result.folder().equals(folder));
    }

    boolean has(ResultVersion version) {
        return results.stream().anyMatch(result -> result.version().equals(version));
    }

    /**
     * Remembers a result, and forgets those of its patient that are not there any more, or are others by now.
     *
     * @return whether anything is different
     */
    boolean add(RememberedResult fresh) {
        List<RememberedResult> before = all();
        for (RememberedResult old : of(fresh.patient())) {
            if (!old.folder().equals(fresh.folder()) && (old.isRemoved() || old.isThere() && !isAsItWas(old))) {
                results.remove(old);
            }
        }
        put(fresh);
        bound(fresh);
        return !before.equals(results);
    }

    private boolean isAsItWas(RememberedResult old) {
        try {
            Optional<ResultVersion> now = ResultVersion.in(old.folder());
            if (now.isEmpty() && old.isThere() && Files.notExists(old.folder().resolve(Manifest.FILE))) {
                damaged.put(old.study(), "its result has no " + Manifest.FILE + " any more");
            }
            return now.equals(Optional.of(old.version()));
        } catch (IOException e) {
            LOG.warn("the result of study {} is compared no more", old.study(), e);
            damaged.put(old.study(), "the " + Manifest.FILE + " of its result cannot be read");
            return false;
        }
    }

    /** Why results were forgotten that still seem to be there, so that one can say "not compared: ..."; by study. */
    Map<String, String> damaged() {
        return Collections.unmodifiableMap(damaged);
    }

    /** What is known of its comparison stays; only another result is one that came later. */
    private void put(RememberedResult fresh) {
        Optional<RememberedResult> old = of(fresh.patient()).stream().filter(result -> result.folder().equals(fresh.folder())).findFirst();
        if (old.isEmpty()) {
            results.add(fresh);
        } else if (old.get().version().equals(fresh.version())) {
            replace(old.get(), fresh.compared(old.get().comparison(), old.get().failed()));
        } else {
            results.remove(old.get());
            results.add(fresh.compared(old.get().comparison(), old.get().failed()));
        }
    }

    private void bound(RememberedResult fresh) {
        List<RememberedResult> same = of(fresh.patient()).stream().filter(result -> result.study().equals(fresh.study())).toList();
        results.removeAll(same.subList(0, Math.max(0, same.size() - MOST_OF_STUDY)));
        if (of(fresh.patient()).stream().map(RememberedResult::study).distinct().count() > MOST_STUDIES) {
            results.removeAll(same);
        }
    }

    void replace(RememberedResult old, RememberedResult now) {
        results.set(results.indexOf(old), Objects.requireNonNull(now));
    }

    /** @return the patients that had them */
    Set<String> removeAll(Collection<RememberedResult> gone) {
        results.removeAll(gone);
        return gone.stream().map(RememberedResult::patient).collect(Collectors.toSet());
    }
}
