package spine.io.dimse.service;

import java.io.Closeable;
import java.io.IOException;
import java.util.Collection;
import spine.io.dimse.DimseStatus;
import spine.io.dimse.toolkit.Context;

/** An association by which files are sent, over whatever toolkit. Used by one thread. */
public interface StoreAssociation extends Closeable {

    /** The contexts that the node has accepted of those proposed. */
    Collection<Context> accepted();

    /**
     * Sends a file, in a context that was accepted, and waits for the answer.
     *
     * @throws IOException if the association is broken
     */
    DimseStatus store(FileToSend file) throws IOException;

    /** Ends it where all was answered. */
    void release();

    /** Ends it because it is broken, and tells the node as far as it can be told. */
    void abort(IOException reason);

    @Override
    void close();

    /** Asks a node for associations. */
    @FunctionalInterface
    interface Opener {

        /**
         * @param contexts 1 to 128, each to be proposed by itself, in this order
         * @throws spine.io.dimse.NetworkException with a sentence, if no association comes about
         */
        StoreAssociation open(Collection<Context> contexts) throws IOException;
    }
}
