package spine.nd4j.internal;

import java.util.Set;
import java.util.function.Supplier;
import org.deeplearning4j.config.DL4JClassLoading;
import org.nd4j.common.config.ND4JClassLoading;

/** Starts ND4J so that it finds its parts by one class loader, not by that of whoever happens to touch it first. */
final class OwnClasses {

    private OwnClasses() {
    }

    /**
     * Runs the first touch of ND4J, which cannot be repeated in this class loader when it fails.
     *
     * @param own class loader of ND4J
     * @param hidden backends that ND4J must not see
     */
    static <T> T start(ClassLoader own, Set<String> hidden, Supplier<T> firstTouch) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(own);
        try {
            ND4JClassLoading.setNd4jClassloader(hidden.isEmpty() ? own : new BackendFilter(own, hidden));
            DL4JClassLoading.setDl4jClassloader(own);
            return firstTouch.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
