package spine.stress.internal.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was sent, and what was acknowledged of it. For several threads. */
final class SentStudies {
    private static final long LOOK_MILLIS = 5;

    private final Map<String, Sent> studies = new LinkedHashMap<>();
    private final List<String> refused = new ArrayList<>();
    private long acknowledged;
    private long repeated;
    private long busyNanos;
    private long first;

    /**
     * A study on its way.
     *
     * @param acknowledged images
     * @param repeated images that were offered once more because they were not
     * @param latest {@link System#nanoTime} of the last acknowledgement
     */
    record Sent(SmallStudy study, int acknowledged, int repeated, long latest) {

        boolean isComplete() {
            return acknowledged >= study.images().size();
        }
    }

    synchronized void begin(SmallStudy study) {
        studies.put(study.uid(), new Sent(study, 0, 0, 0));
        notifyAll();
    }

    /** Of an image that is sent for the first time. */
    synchronized void acknowledge(SmallStudy study) {
        Sent sent = studies.get(study.uid());
        acknowledged++;
        first = first == 0 ? System.nanoTime() : first;
        studies.put(study.uid(), new Sent(study, sent.acknowledged() + 1, sent.repeated(), System.nanoTime()));
        notifyAll();
    }

    synchronized void repeat(SmallStudy study, int images) {
        Sent sent = studies.get(study.uid());
        repeated += images;
        studies.put(study.uid(), new Sent(study, sent.acknowledged(), sent.repeated() + images, sent.latest()));
    }

    synchronized void busy(long nanos) {
        busyNanos += nanos;
    }

    synchronized void refuse(String sentence) {
        refused.add(sentence);
    }

    /** Waits for the next acknowledgement. */
    synchronized void await(long millis) throws InterruptedException {
        long before = acknowledged;
        for (long end = System.nanoTime() + millis * 1_000_000; acknowledged == before && System.nanoTime() < end;) {
            wait(LOOK_MILLIS);
        }
    }

    synchronized List<Sent> all() {
        return List.copyOf(studies.values());
    }

    synchronized int begun() {
        return studies.size();
    }

    /** Images that were acknowledged. */
    synchronized long images() {
        return acknowledged;
    }

    synchronized long repeated() {
        return repeated;
    }

    /** Seconds of all associations together by which something was acknowledged. */
    synchronized double busySeconds() {
        return busyNanos / 1e9;
    }

    /** {@link System#nanoTime} of the first acknowledgement. */
    synchronized long first() {
        return first;
    }

    synchronized List<String> refused() {
        return List.copyOf(refused);
    }
}
