package spine.runtime.internal.guard;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import spine.api.Cancellation;
import spine.api.report.ReportWriter;
import spine.api.report.ScoringResult;
import spine.runtime.internal.admission.ProviderDescriptor;
import spine.runtime.internal.contract.FileContract;
import spine.runtime.internal.provider.Providers;

/** A writer that ends in time and has written what it says, or fails by name. */
public final class GuardedWriter implements ReportWriter {
    private final boolean foreign;
    private final ProviderInvoker<ReportWriter> invoker;
    private final Cancellation cancellation;

    /** @param cancellation of the study */
    public GuardedWriter(Providers providers, ProviderDescriptor<ReportWriter> writer, Cancellation cancellation) {
        this.foreign = providers.foreign(writer.service());
        this.invoker = new ProviderInvoker<>(providers.writers(), writer,
                "The writer of " + writer.name() + providers.origin(writer.service()), () -> providers.limits().writing());
        this.cancellation = cancellation;
    }

    @Override
    public List<Path> write(ScoringResult result, Path folder) throws IOException {
        Handover handover = new Handover(foreign);
        ScoringResult handed = handover.of(result);
        try (WriterPlace place = new WriterPlace(folder, foreign)) {
            List<Path> files = invoker.askToWrite(cancellation, own -> List.copyOf(invoker.service().write(handed, place.folder())));
            invoker.requireUnchanged(handover);
            invoker.checked("study " + result.study().studyInstanceUid(), files, new FileContract(place.folder())::check);
            Optional<String> offence = place.offence(files);
            if (offence.isPresent()) {
                throw invoker.offended(offence.get());
            }
            return place.handIn(files);
        }
    }
}
