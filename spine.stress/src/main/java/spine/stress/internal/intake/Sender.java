package spine.stress.internal.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import spine.api.Cancellation;
import spine.common.file.FileTree;
import spine.io.dimse.DicomNetwork;
import spine.io.dimse.NetworkException;
import spine.io.dimse.RemoteNode;
import spine.io.dimse.SentFile;
import spine.io.dimse.SentFile.Outcome;

/** Sends studies as a modality does: what is not acknowledged it sends again until it is. */
final class Sender implements Runnable {
    /** One study in so many comes with its last image only after its first result; and one is sent a second time as a whole. */
    private static final int LATE = 5;
    private static final int AGAIN = 8;
    private static final long PAUSE_MILLIS = 1000;
    /** So many studies wait for their results for each sender; a queue that grows without end would measure nothing but its length. */
    private static final int AHEAD = 2;
    private static final long LONGEST_WAIT_SECONDS = 30;
    private static final long LATE_SECONDS = 120;
    private static final long PATIENCE_MINUTES = 10;

    private final int number;
    private final IntakePlan plan;
    private final DicomNetwork network;
    private final RemoteNode node;
    private final SmallStudies studies;
    private final AtomicInteger next;
    private final SentStudies sent;
    private final ArchiveLog log;
    private final Deque<Late> late = new ArrayDeque<>();

    /** @param since {@link System#nanoTime} */
    private record Late(SmallStudy study, long since) {
    }

    /** @param next number of the next study, of all senders together */
    Sender(int number, IntakePlan plan, DicomNetwork network, RemoteNode node, SmallStudies studies, AtomicInteger next, SentStudies sent,
            ArchiveLog log) {
        this.number = number;
        this.plan = plan;
        this.network = network;
        this.node = node;
        this.studies = studies;
        this.next = next;
        this.sent = sent;
        this.log = log;
    }

    @Override
    public void run() {
        try {
            for (int study = next.getAndIncrement(); study < plan.studies(); study = next.getAndIncrement()) {
                pace();
                send(studies.make(study), new Random(plan.seed() + study));
                sendLate();
            }
            while (!late.isEmpty()) {
                sendLate();
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        } catch (IOException | RuntimeException failure) {
            sent.refuse("Sender " + number + " has ended: " + failure.getMessage());
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private void pace() throws InterruptedException {
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_WAIT_SECONDS); System.nanoTime() < end
                && sent.all().stream().filter(study -> study.isComplete() && log.latest(study.study().uid()) == 0).count() >= AHEAD
                        * plan.senders();) {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS / 20);
        }
    }

    private void send(SmallStudy study, Random random) throws IOException, InterruptedException {
        sent.begin(study);
        boolean comesLate = random.nextInt(LATE) == 0;
        List<String> images = study.images();
        send(study, comesLate ? images.subList(0, images.size() - 1) : images, true);
        if (comesLate) {
            late.add(new Late(study, System.nanoTime()));
            return;
        }
        if (random.nextInt(AGAIN) == 0) {
            send(study, images, false);
        }
        FileTree.delete(study.folder());
    }

    private void sendLate() throws IOException, InterruptedException {
        for (int i = late.size(); i > 0; i--) {
            Late one = late.remove();
            boolean patient = System.nanoTime() - one.since() < TimeUnit.SECONDS.toNanos(LATE_SECONDS);
            if (patient && !log.hasReport(one.study().uid())) {
                late.add(one);
            } else {
                List<String> images = one.study().images();
                send(one.study(), images.subList(images.size() - 1, images.size()), true);
                FileTree.delete(one.study().folder());
            }
        }
    }

    /** @param first whether these images count; the others were acknowledged before */
    private void send(SmallStudy study, List<String> images, boolean first) throws InterruptedException {
        List<Path> left = new ArrayList<>(images.stream().map(study::file).toList());
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(PATIENCE_MINUTES);
        for (boolean again = false; !left.isEmpty(); again = true) {
            if (again) {
                sent.repeat(study, left.size());
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
            if (System.nanoTime() > end) {
                sent.refuse("Study " + study.uid() + " was not taken within " + PATIENCE_MINUTES + " minutes.");
                return;
            }
            long begun = System.nanoTime();
            int before = left.size();
            try {
                network.send(node, List.copyOf(left), file -> heard(study, file, left, first), new Cancellation());
                sent.busy(left.size() < before ? System.nanoTime() - begun : 0);
            } catch (NetworkException notNow) {
                // It is killed, or starts.
            } catch (IOException failure) {
                sent.refuse("Study " + study.uid() + " cannot be sent: " + failure.getMessage());
                return;
            }
        }
    }

    private void heard(SmallStudy study, SentFile file, List<Path> left, boolean first) {
        if (file.outcome() == Outcome.STORED) {
            left.remove(file.file());
            if (first) {
                sent.acknowledge(study);
            }
        }
    }
}
