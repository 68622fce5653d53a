package spine.io.dimse.tck;

import java.lang.reflect.Constructor;

/** Tests that run in a process of their own. */
final class ChildProcess {

    private ChildProcess() {
    }

    /** @param name that of a class which extends the contract */
    static DicomNetworkContract maker(String name) throws ReflectiveOperationException {
        Constructor<?> constructor = Class.forName(name).getDeclaredConstructor();
        constructor.setAccessible(true);
        return (DicomNetworkContract) constructor.newInstance();
    }
}
