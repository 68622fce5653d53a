package spine.isolation.internal.host;

import spine.isolation.internal.process.ProcessFailedException;

/** An index or a model did not answer because of its process. The message is a part of a sentence and names the bundle. */
final class IsolatedProviderException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param bundle name and version */
    IsolatedProviderException(String bundle, ProcessFailedException cause) {
        super("the process of the bundle " + bundle + " " + cause.getMessage(), cause);
    }

    /** Those who name a failure print it as it is: no name of a class belongs into that sentence. */
    @Override
    public String toString() {
        return getMessage();
    }
}
