package spine.app.internal.launcher;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.launch.Framework;

/**
 * The thread of the launcher of bnd that waits for the end of the framework. It ends the process when it is interrupted, which any foreign
 * code can do, with a code of its own. There is no other way to be rid of it than to tell it of an event that it passes over, through what
 * it waits for: the gate that Felix opens at its end.
 */
final class FrameworkWaiter {
    private static final String NAME = "FrameworkWaiter";
    private static final int ATTEMPTS = 20;
    private static final long PAUSE_MILLIS = 50;

    private FrameworkWaiter() {
    }

    /** Ends that thread, if there is one. Where it cannot be ended it stays. */
    static void dismiss(Framework framework) {
        try {
            Optional<Thread> waiter = waiter();
            // It may not have come to waiting yet.
            for (int attempt = 0; waiter.isPresent() && waiter.get().isAlive() && attempt < ATTEMPTS; attempt++) {
                openGate(framework);
                waiter.get().join(PAUSE_MILLIS);
            }
        } catch (ReflectiveOperationException | RuntimeException e) {
            // Before any provider of SLF4J is there.
            Logger.getLogger(FrameworkWaiter.class.getName()).log(Level.WARNING, "a thread that is interrupted can end the process", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Optional<Thread> waiter() {
        return Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().equals(NAME)).findFirst();
    }

    private static void openGate(Framework framework) throws ReflectiveOperationException {
        Field field = framework.getClass().getDeclaredField("m_shutdownGate");
        field.setAccessible(true);
        Object gate = field.get(framework);
        Method message = gate.getClass().getMethod("setMessage", Object.class);
        Method open = gate.getClass().getMethod("open");
        field.set(framework, gate.getClass().getConstructor().newInstance());
        message.invoke(gate, new FrameworkEvent(FrameworkEvent.STARTLEVEL_CHANGED, framework, null));
        open.invoke(gate);
    }
}
