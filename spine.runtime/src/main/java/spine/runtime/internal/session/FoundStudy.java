package spine.runtime.internal.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import spine.api.Cancellation;
import spine.api.UnusableInputException;
import spine.api.image.SeriesChoice;
import spine.api.image.Study;
import spine.api.image.StudyReader;
import spine.api.image.StudySource;
import spine.api.lease.Lease;
import spine.api.service.UnavailableException;
import spine.pipeline.ProviderFailedException;
import spine.runtime.internal.admission.ProviderDescriptor;
import spine.runtime.internal.guard.GuardedReader;
import spine.runtime.internal.guard.GuardedSource;
import spine.runtime.internal.provider.Providers;

/** A study together with the reader that found it, so that the reader can be held while the study is loaded and scored. */
final class FoundStudy implements StudySource {
    private final Providers providers;
    private final ProviderDescriptor<StudyReader> reader;
    private final String uid;
    private final List<Path> files;
    private final StudySource source;
    private final SeriesChoice choice;

    /** @param found says who the study is and where it lies; its source, which is foreign code, is not asked for that again */
    FoundStudy(Providers providers, ProviderDescriptor<StudyReader> reader, GuardedReader.Found found, SeriesChoice choice) {
        this.providers = providers;
        this.reader = reader;
        this.uid = found.uid();
        this.files = found.files();
        this.source = found.source();
        this.choice = choice;
    }

    @Override
    public String studyInstanceUid() {
        return uid;
    }

    @Override
    public List<Path> files() {
        return files;
    }

    /** How its series are chosen. */
    SeriesChoice choice() {
        return choice;
    }

    /** Holds the reader for this call; a session holds it as long as the study takes. */
    @Override
    public Study load() throws UnusableInputException {
        try (Lease<ProviderDescriptor<StudyReader>> held = lease()) {
            return guarded(held.provider(), new Cancellation()).load();
        } catch (UnavailableException e) {
            throw new ProviderFailedException(e.getMessage(), e);
        }
    }

    /** @throws UnavailableException if the reader has been removed since it found the study */
    Lease<ProviderDescriptor<StudyReader>> lease() throws UnavailableException {
        return providers.readers().lease(reader).orElseThrow(() -> new UnavailableException("The reader " + reader.label()
                + " that found study " + uid + " is no longer available."));
    }

    /** The study while its reader is held. */
    StudySource guarded(ProviderDescriptor<StudyReader> held, Cancellation cancellation) {
        return new GuardedSource(providers, Optional.of(held), uid, files, source, cancellation);
    }
}
