package spine.itest;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;

import spine.api.UnusableInputException;
import spine.api.image.Study;
import spine.api.image.StudySource;

/**
 * A study that is held while it is read, so that a test can do something in the middle of it.
 *
 * @param begun is released when the study is being read
 * @param mayGoOn holds it until then
 */
record HeldSource(StudySource source, CountDownLatch begun, CountDownLatch mayGoOn) implements StudySource {

    @Override
    public String studyInstanceUid() {
        return source.studyInstanceUid();
    }

    @Override
    public Study load() throws UnusableInputException {
        begun.countDown();
        try {
            mayGoOn.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
        return source.load();
    }
}
