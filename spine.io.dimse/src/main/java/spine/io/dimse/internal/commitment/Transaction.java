package spine.io.dimse.internal.commitment;

import java.io.Closeable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import spine.io.dimse.CommitmentReport;
import spine.io.dimse.DimseStatus;

/** One request, until it is reported. Reports name it by a UID that is random, so nobody can report for another. */
final class Transaction implements Closeable {
    private final String uid;
    private final Set<String> asked;
    private final CompletableFuture<CommitmentReport> report = new CompletableFuture<>();
    private final Runnable end;

    /** @param asked SOP instance UIDs */
    Transaction(String uid, Set<String> asked, Runnable end) {
        this.uid = uid;
        this.asked = Set.copyOf(asked);
        this.end = end;
    }

    String uid() {
        return uid;
    }

    CompletableFuture<CommitmentReport> report() {
        return report;
    }

    /** What was not asked for is of no interest. */
    void reported(Set<String> committed, Map<String, DimseStatus> failed) {
        Set<String> kept = new HashSet<>(committed);
        kept.retainAll(asked);
        Map<String, DimseStatus> lost = new HashMap<>(failed);
        lost.keySet().retainAll(asked);
        kept.removeAll(lost.keySet());
        report.complete(new CommitmentReport(kept, lost));
    }

    @Override
    public void close() {
        end.run();
    }
}
