package spine.io.dimse.service;

import java.io.Closeable;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import spine.io.dimse.CommitmentReport;
import spine.io.dimse.DimseStatus;
import spine.io.dimse.NetworkException;

/** One request, until it is reported. Reports name it by a UID that is random, so nobody can report for another. */
public final class Transaction implements Closeable {
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

    public String uid() {
        return uid;
    }

    /** The report, as soon as it is there; nobody but this completes it. */
    public CompletableFuture<CommitmentReport> report() {
        return report.copy();
    }

    /** @return empty if there is no report in that time */
    public Optional<CommitmentReport> await(Duration most) throws NetworkException {
        try {
            return Optional.of(report.get(most.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException notYet) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new NetworkException("The wait for a report was interrupted.", interrupted);
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
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
