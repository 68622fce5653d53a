package spine.nd4j.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Defines the classes of ND4J, and ours that use it, anew; everything else is its parent's, which also gives the bytes. */
final class CopiedClasses extends ClassLoader {
    private static final List<String> COPIED = List.of("org.nd4j.", "org.deeplearning4j.", "org.bytedeco.", "spine.nd4j.");

    static {
        registerAsParallelCapable();
    }

    CopiedClasses(ClassLoader parent) {
        super("nd4j-on-processor", parent);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (COPIED.stream().noneMatch(name::startsWith)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : findClass(name);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = in.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}
