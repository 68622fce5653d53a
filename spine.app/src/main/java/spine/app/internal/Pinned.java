package spine.app.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;

import spine.api.anatomy.AnatomyLocaliser;
import spine.api.lease.Lease;
import spine.api.lease.Leases;
import spine.api.model.ModelRole;
import spine.api.model.SegmentationModel;
import spine.api.report.ReportWriter;
import spine.api.score.ScoringIndex;
import spine.api.service.ScoringRequest;
import spine.api.service.UnavailableException;
import spine.app.internal.Providers.Offer;

/** The providers that serve one study from start to end. Closing it gives them all back. */
final class Pinned implements AutoCloseable {
    private final Deque<Lease<?>> leases = new ArrayDeque<>();
    private final Providers providers;
    private SegmentationModel anatomyModel;
    private SegmentationModel oedemaModel;
    private AnatomyLocaliser localiser;
    private final List<ScoringIndex> indexes = new ArrayList<>();
    private final List<ReportWriter> writers = new ArrayList<>();

    private Pinned(Providers providers) {
        this.providers = providers;
    }

    /** @throws UnavailableException if a provider did not come up in time; the sentence names it */
    static Pinned of(Providers providers, ScoringRequest request) throws UnavailableException {
        Pinned pinned = new Pinned(providers);
        try {
            pinned.take(request);
            return pinned;
        } catch (UnavailableException | RuntimeException e) {
            pinned.close();
            throw e;
        }
    }

    SegmentationModel anatomyModel() {
        return anatomyModel;
    }

    SegmentationModel oedemaModel() {
        return oedemaModel;
    }

    AnatomyLocaliser localiser() {
        return localiser;
    }

    List<ScoringIndex> indexes() {
        return indexes;
    }

    /** In the order in which they are to write. */
    List<ReportWriter> writers() {
        return writers;
    }

    @Override
    public void close() {
        while (!leases.isEmpty()) {
            leases.pop().close();
        }
    }

    private void take(ScoringRequest request) throws UnavailableException {
        anatomyModel = lease(providers.models(), ModelRole.ANATOMY, "anatomy model");
        oedemaModel = lease(providers.models(), ModelRole.OEDEMA, "oedema model");
        localiser = lease(providers.localisers(), "", "anatomy localiser");
        for (String id : request.indexes()) {
            indexes.add(lease(providers.indexes(), id, "scoring index"));
        }
        for (String format : lastTheOneWithTiming(request.formats())) {
            writers.add(lease(providers.writers(), format, "report format"));
        }
    }

    /** The JSON report names the time that writing took, so it is written after the other formats. */
    private static List<String> lastTheOneWithTiming(List<String> formats) {
        return formats.stream().distinct().sorted(Comparator.comparing("json"::equals)).toList();
    }

    private <T> T lease(Leases<Offer<T>> table, String name, String kind) throws UnavailableException {
        try {
            Lease<Offer<T>> lease = table.acquire(offer -> offer.name().equals(name), providers.patience())
                    .orElseThrow(() -> new UnavailableException(missing(table, name, kind)));
            leases.push(lease);
            return lease.provider().service();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting for " + kind + " " + name);
        }
    }

    private static <T> String missing(Leases<Offer<T>> table, String name, String kind) {
        List<String> there = table.providers().stream().map(Offer::name).distinct().sorted().toList();
        return "No " + kind + (name.isEmpty() ? "" : " " + name) + " is available"
                + (there.isEmpty() || name.isEmpty() ? "." : "; there is " + String.join(", ", there) + ".");
    }
}
