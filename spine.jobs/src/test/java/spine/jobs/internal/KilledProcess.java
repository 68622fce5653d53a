package spine.jobs.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import spine.jobs.internal.store.DatabaseAddress;

/** A process that receives, completes and scores small studies as fast as it can, says what it has acknowledged, and is killed for it. */
final class KilledProcess {
    private static final int SENDERS = 3;

    private KilledProcess() {
    }

    /** @param arguments home; number of the process; address, user and password of a server, or nothing */
    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]);
        DatabaseAddress address = arguments.length == 2 ? DatabaseAddress.folder(home.resolve("jobs"))
                : DatabaseAddress.server(arguments[2], arguments[3], arguments[4]);
        SampleQueue queue = new SampleQueue(address, home, CrashContract.RULES).score();
        AtomicInteger next = new AtomicInteger();
        for (int i = 0; i < SENDERS; i++) {
            new Thread(() -> send(queue, arguments[1], next)).start();
        }
    }

    private static void send(SampleQueue queue, String process, AtomicInteger next) {
        try {
            while (true) {
                int number = next.incrementAndGet();
                // Some studies go on where an earlier process has ended.
                String study = "1.2." + (number % 2 == 0 ? number : process + "." + number);
                for (int image = 1; image <= 3; image++) {
                    int unique = Integer.parseInt(process) * 10 + image;
                    queue.store(study, unique, unique);
                    say(List.of("stored", study, SampleObjects.sop(study, unique)));
                }
                queue.complete(study);
                say(List.of("complete", study));
            }
        } catch (IOException e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static synchronized void say(List<String> words) {
        System.out.println(String.join(" ", words));
    }
}
