package spine.app.internal.launcher;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Why the process ends, as its threads show while the shutdown hooks run: the thread of a signal has its name, and one that called
 * {@code System.exit} waits in there.
 *
 * @param signal exit code of a process that a signal ended: 128 and the number of the signal; empty if none did
 * @param caller class that called {@code System.exit}; empty if none did
 */
record EndOfProcess(OptionalInt signal, Optional<String> caller) {
    private static final Map<String, Integer> SIGNALS = Map.of("SIGHUP handler", 129, "SIGINT handler", 130, "SIGTERM handler", 143);

    /** As it looks now; to be asked by a shutdown hook. */
    static EndOfProcess now() {
        Map<Thread, StackTraceElement[]> threads = Thread.getAllStackTraces();
        OptionalInt signal = threads.keySet().stream().map(Thread::getName).filter(SIGNALS::containsKey).mapToInt(SIGNALS::get).findFirst();
        return new EndOfProcess(signal, threads.values().stream().flatMap(EndOfProcess::caller).findFirst());
    }

    private static Stream<String> caller(StackTraceElement[] frames) {
        boolean exits = Stream.of(frames).anyMatch(frame -> frame.getClassName().equals("java.lang.Runtime")
                && frame.getMethodName().equals("exit"));
        return exits ? Stream.of(frames).map(StackTraceElement::getClassName).filter(name -> !name.matches("(java|jdk|sun)\\..*")).limit(1)
                : Stream.empty();
    }
}
