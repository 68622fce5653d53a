package spine.pipeline;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import spine.api.service.StudyJob;

/** Knows the studies that are being scored and those that wait for it. Safe for use by many threads. */
final class WorkloadCounter {
    private final Set<Place> places = ConcurrentHashMap.newKeySet();

    /** One study. It waits until it begins. */
    final class Place implements AutoCloseable {
        private volatile StudyJob job;

        private Place(String study) {
            job = new StudyJob(study, false, Instant.now());
        }

        void begin() {
            job = new StudyJob(job.studyInstanceUid(), true, Instant.now());
        }

        @Override
        public void close() {
            places.remove(this);
        }
    }

    Place enter(String study) {
        Place place = new Place(study);
        places.add(place);
        return place;
    }

    int running() {
        return (int) places.stream().filter(place -> place.job.running()).count();
    }

    int waiting() {
        return (int) places.stream().filter(place -> !place.job.running()).count();
    }

    List<StudyJob> jobs() {
        return places.stream().map(place -> place.job).sorted(Comparator.comparing(StudyJob::since)).toList();
    }
}
