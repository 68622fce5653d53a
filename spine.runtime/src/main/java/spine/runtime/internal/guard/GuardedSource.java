package spine.runtime.internal.guard;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import spine.api.Cancellation;
import spine.api.UnusableInputException;
import spine.api.image.Study;
import spine.api.image.StudyReader;
import spine.api.image.StudySource;
import spine.runtime.internal.admission.ProviderDescriptor;
import spine.runtime.internal.contract.StudyContract;
import spine.runtime.internal.provider.Providers;

/** A study that is loaded in time and as it was promised, or whose reader fails by name. */
public final class GuardedSource implements StudySource {
    private static final ProviderDescriptor<StudyReader> UNKNOWN = new ProviderDescriptor<>("", "", "", null);

    private final String uid;
    private final List<Path> files;
    private final StudySource source;
    private final boolean foreign;
    private final ProviderInvoker<StudyReader> invoker;
    private final Cancellation cancellation;

    /**
     * @param reader that found the study; empty if whoever asks for the study made the source
     * @param uid of the study; the source is not asked for it again
     * @param files of the study as the reader named them; may be empty
     * @param cancellation of the study
     */
    public GuardedSource(Providers providers, Optional<ProviderDescriptor<StudyReader>> reader, String uid, List<Path> files,
            StudySource source, Cancellation cancellation) {
        String who = reader.map(known -> "The reader " + known.label() + providers.origin(known.service()))
                .orElse("The source of study " + uid);
        this.uid = uid;
        this.files = List.copyOf(files);
        this.source = source;
        this.foreign = providers.foreign(source);
        this.invoker = new ProviderInvoker<>(providers.readers(), reader.orElse(UNKNOWN), who, () -> providers.limits().reading());
        this.cancellation = cancellation;
    }

    @Override
    public String studyInstanceUid() {
        return uid;
    }

    @Override
    public List<Path> files() {
        return files;
    }

    @Override
    public Study load() throws UnusableInputException {
        return invoker.checked("study " + uid, invoker.askOfInput(cancellation, own -> new Handover(foreign).of(source.load())),
                new StudyContract(uid)::check);
    }
}
