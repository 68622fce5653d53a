package spine.runtime.internal.guard;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import spine.api.Cancellation;
import spine.api.report.ReportWriter;
import spine.api.report.ScoringResult;
import spine.runtime.internal.admission.ProviderDescriptor;
import spine.runtime.internal.contract.FileContract;
import spine.runtime.internal.provider.Providers;

/** A writer that ends in time and has written what it says, or fails by name. */
public final class GuardedWriter implements ReportWriter {
    private final ProviderInvoker<ReportWriter> invoker;
    private final Cancellation cancellation;

    /** @param cancellation of the study */
    public GuardedWriter(Providers providers, ProviderDescriptor<ReportWriter> writer, Cancellation cancellation) {
        this.invoker = new ProviderInvoker<>(providers.writers(), writer, "The writer of " + writer.name(), () -> providers.limits().writing());
        this.cancellation = cancellation;
    }

    @Override
    public List<Path> write(ScoringResult result, Path folder) throws IOException {
        List<Path> files = invoker.askToWrite(cancellation, own -> List.copyOf(invoker.service().write(result, folder)));
        return invoker.checked("study " + result.study().studyInstanceUid(), files, new FileContract(folder)::check);
    }
}
