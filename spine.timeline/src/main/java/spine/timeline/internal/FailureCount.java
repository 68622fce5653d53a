package spine.timeline.internal;

import java.util.List;

/** How many comparisons failed since the last one that did not. Safe for use by many threads. */
final class FailureCount {
    private int running;
    private String last = "";

    /** @param sentences why some failed; none if none did */
    synchronized void count(int made, List<String> sentences) {
        if (!sentences.isEmpty()) {
            running += sentences.size();
            last = sentences.get(sentences.size() - 1);
        } else if (made > 0) {
            running = 0;
            last = "";
        }
    }

    synchronized int running() {
        return running;
    }

    /** Why the last one failed, a sentence; empty if none did. */
    synchronized String last() {
        return last;
    }
}
