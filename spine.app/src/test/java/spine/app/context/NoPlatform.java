package spine.app.context;

import java.nio.file.Path;
import java.util.Optional;

import spine.api.Cancellation;
import spine.api.service.SpineScoring;
import spine.runtime.ModelCatalogue;
import spine.runtime.StudyFinder;

/** A platform that has nothing: tests give it what their command may ask for, and whatever else it asks for fails. */
public abstract class NoPlatform implements CommandContext {

    @Override
    public void startEngine() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void startWithSettings() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void startServing() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Cancellation cancellation() {
        return new Cancellation();
    }

    @Override
    public SpineScoring scoring() {
        throw new UnsupportedOperationException();
    }

    @Override
    public StudyFinder studies() {
        throw new UnsupportedOperationException();
    }

    @Override
    public ModelCatalogue models() {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> T service(Class<T> type, String what) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> Optional<T> present(Class<T> type) {
        return Optional.empty();
    }

    @Override
    public Path logFile() {
        return Path.of("log");
    }

    @Override
    public void awaitStop() {
        throw new UnsupportedOperationException();
    }
}
