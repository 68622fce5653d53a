package spine.stress.internal.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import spine.stress.internal.home.Event;
import spine.stress.internal.home.Journal;
import spine.stress.internal.home.Models;
import spine.stress.internal.home.Server;

/** What happens while studies come in, one thing after the other, each when so many studies have a result. */
final class Disturbances implements Runnable {
    /** A kill follows within that time; a study takes less. */
    private static final int KILL_MILLIS = 4_000;
    private static final int LOOK_MILLIS = 20;
    /** While the archive is away no study gets a result, and things happen so much later than the one before. */
    private static final long AWAY_SECONDS = 6;
    /** So many of them, with its going, and then it is back. */
    private static final int WHILE_AWAY = 3;
    private static final long PATIENCE_SECONDS = 30;

    private final IntakePlan plan;
    private final Path folder;
    private final Platforms platforms;
    private final Archive archive;
    private final Models models;
    private final JobList jobs;
    private final SentStudies sent;
    private final ArchiveLog log;
    private final Journal journal;
    /** How much more happens until the archive is back; 0 while it is there. Of the thread alone. */
    private int away;
    private final List<Planned> planned = new ArrayList<>();

    /** @param results that there must be */
    private record Planned(int results, Kind kind) {
    }

    private enum Kind {
        KILL, AWAY, SWAP, LOSS
    }

    /** @param folder for files */
    Disturbances(IntakePlan plan, Path folder, Platforms platforms, Archive archive, Models models, JobList jobs, SentStudies sent,
            ArchiveLog log, Journal journal) {
        this.plan = plan;
        this.folder = folder;
        this.platforms = platforms;
        this.archive = archive;
        this.models = models;
        this.jobs = jobs;
        this.sent = sent;
        this.log = log;
        this.journal = journal;
        Random random = new Random(plan.seed());
        add(plan.kills(), Kind.KILL, random);
        add(plan.swaps(), Kind.SWAP, random);
        add(plan.away(), Kind.AWAY, random);
        if (plan.workers() > 1) {
            planned.add(new Planned(plan.studies() / 3, Kind.LOSS));
        }
        planned.sort(Comparator.comparingInt(Planned::results));
    }

    private void add(int number, Kind kind, Random random) {
        for (int i = 0; i < number; i++) {
            planned.add(new Planned(random.nextInt(plan.studies()), kind));
        }
    }

    @Override
    public void run() {
        try {
            for (int i = 0; i < planned.size(); i++) {
                await(planned.get(i).results());
                String id = "D" + (i + 1);
                Event event = new Event(id, new Random(plan.seed() * 31 + i), folder);
                long begun = System.nanoTime();
                happen(planned.get(i).kind(), event);
                if (away > 0 && (--away == 0 || i + 1 == planned.size() || planned.get(i + 1).kind() == Kind.AWAY)) {
                    bringBack(event);
                }
                journal.note(id, planned.get(i).kind().name(), (System.nanoTime() - begun) / 1e9, event.what(), event.notHeld());
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException failure) {
            journal.note("D", "end", 0, "", List.of("the disturbances have ended: " + failure.getMessage()));
        }
    }

    private void await(int results) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(AWAY_SECONDS);
        while (away > 0 ? System.nanoTime() < end : log.studies() < results) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }

    private void happen(Kind kind, Event event) throws IOException, InterruptedException {
        switch (kind) {
            case KILL -> kill(event);
            case LOSS -> lose(event);
            case AWAY -> {
                archive.stop();
                away = WHILE_AWAY;
                journal.count("times the archive was away");
            }
            case SWAP -> {
                models.drop(event);
                journal.count("swaps");
            }
        }
        event.note(sent.begun() + " studies were begun, " + log.studies() + " had a result");
    }

    private void bringBack(Event event) throws IOException, InterruptedException {
        TimeUnit.SECONDS.sleep(AWAY_SECONDS);
        archive.start();
        away = 0;
        event.note("then the archive was back");
    }

    private void kill(Event event) throws IOException, InterruptedException {
        switch (event.random().nextInt(4)) {
            case 0 -> {
                log.await(KILL_MILLIS);
                event.note("as the archive received an object");
            }
            case 1 -> {
                sent.await(KILL_MILLIS);
                event.note("as an image was acknowledged");
            }
            default -> TimeUnit.MILLISECONDS.sleep(event.random().nextInt(KILL_MILLIS));
        }
        platforms.receiving().kill();
        journal.count("kills");
        TimeUnit.MILLISECONDS.sleep(event.random().nextInt(KILL_MILLIS / 4));
        platforms.receiving().start();
    }

    /** When it scores, as far as that can be seen. */
    private void lose(Event event) throws IOException, InterruptedException {
        Server worker = platforms.worker().orElseThrow();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (jobs.running().size() < plan.workers() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        worker.kill();
        journal.count("workers killed for good");
    }
}
