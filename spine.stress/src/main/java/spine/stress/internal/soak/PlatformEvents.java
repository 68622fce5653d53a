package spine.stress.internal.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import spine.common.file.AtomicFile;
import spine.stress.internal.home.Event;
import spine.stress.internal.home.Journal;
import spine.stress.internal.home.Launcher;
import spine.stress.internal.home.Launcher.Started;
import spine.stress.internal.home.Models;
import spine.stress.internal.home.Said;
import spine.stress.internal.home.Server;
import spine.stress.internal.hostile.BadBundle;
import spine.stress.internal.hostile.HostileStudies;
import spine.stress.internal.hostile.HostileStudy;

/** What happens to the serving process: studies, swapped models, bad bundles, kills. It serves again at the end of every event. */
final class PlatformEvents implements Lane.Happenings {
    private static final int MOST_MODELS = 3;
    /** A study in a serving process, or a deployment, takes about so long; only the moments of kills follow from it. */
    private static final int WORK_MILLIS = 4_000;

    private final Launcher launcher;
    private final Server server;
    private final GoodStudies good;
    private final Models models;
    private final BundleGate gate;
    private final Journal journal;

    PlatformEvents(Launcher launcher, Server server, GoodStudies good, Models models, BundleGate gate, Journal journal) {
        this.launcher = launcher;
        this.server = server;
        this.good = good;
        this.models = models;
        this.gate = gate;
        this.journal = journal;
    }

    /** One thing that may happen. */
    private interface Happening {
        void happen(Event event) throws Exception;
    }

    /**
     * @param weight how often, beside the others
     * @param kind its name
     */
    private record Weighted(int weight, String kind, Happening happening) {
    }

    @Override
    public String happen(Event event) throws Exception {
        Weighted[] all = {new Weighted(5, "good study in the serving process", this::score),
            new Weighted(3, "hostile study in the serving process", this::scoreHostile), new Weighted(4, "newer model", this::deployModel),
            new Weighted(2, "model removed", this::removeModel), new Weighted(2, "model chosen", models::choose),
            new Weighted(5, "bad bundle", gate::expectRefused), new Weighted(1, "bad file in the deploy folder", this::dropBad),
            new Weighted(1, "kill", this::kill), new Weighted(1, "kill while a study is scored", this::killScoring),
            new Weighted(1, "kill while a model is deployed", this::killDeploying), new Weighted(1, "end in order", this::terminate)};
        int drawn = event.random().nextInt(Arrays.stream(all).mapToInt(Weighted::weight).sum());
        int index = 0;
        for (; drawn >= all[index].weight(); index++) {
            drawn -= all[index].weight();
        }
        server.start();
        try {
            all[index].happening().happen(event);
        } finally {
            event.expect(server.isAlive(), "the serving process has ended");
            server.start();
        }
        return all[index].kind();
    }

    private void score(Event event) throws Exception {
        GoodStudy study = any(event.random());
        expectScored(study, server.console(command(study.folder(), event.folder())).await(), event);
    }

    private void scoreHostile(Event event) throws Exception {
        GoodStudy origin = any(event.random());
        HostileStudy study = HostileStudies.make(origin.folder(), origin.uid(), event.folder().resolve("hostile"), event.random());
        Said said = server.console(command(study.folder(), event.folder())).await();
        event.note(study.kind() + ": " + said.line());
        BatchOutput.expectPlain(said, event);
        event.expect(!said.all().isBlank(), "nobody says what became of " + study.kind());
        event.expect(said.exitCode() != 0 || Files.exists(event.folder().resolve("out").resolve("scores.csv")),
                study.kind() + " is not scored, and the exit code is 0");
        new BatchOutput(good, journal).expectNotSilent(study, event.folder().resolve("out"), event);
        Leftovers.expectInside(event.folder(), event);
    }

    private void deployModel(Event event) throws Exception {
        if (models.deployed() == MOST_MODELS) {
            models.remove(event);
        }
        Path jar = models.next(event.folder());
        event.note(jar.getFileName().toString());
        gate.expectAccepted(jar, jar.getFileName().toString(), event);
        models.accepted(jar, event);
    }

    private void removeModel(Event event) throws Exception {
        if (models.deployed() == 0) {
            deployModel(event);
        } else {
            models.remove(event);
        }
    }

    /** Without the gate, and there when the platform starts again. */
    private void dropBad(Event event) throws Exception {
        BadBundle bad = event.random().nextBoolean() ? BadBundle.NOISE : BadBundle.PLATFORM_EXPORT;
        event.note(bad.toString());
        byte[] bundle = bad.after(bad.jar("dropped." + event.id(), event.random()), event.random());
        Path jar = launcher.home().resolve("deploy").resolve("dropped." + event.id() + ".jar");
        AtomicFile.write(jar, bundle);
        score(event);
        kill(event);
        Files.delete(jar);
    }

    private void kill(Event event) throws Exception {
        server.kill();
        journal.count("serving process killed");
        server.start();
        models.awaitServing(event);
        score(event);
    }

    private void killScoring(Event event) throws Exception {
        GoodStudy study = any(event.random());
        Started client = server.console(command(study.folder(), event.folder()));
        killSoon(event);
        Said said = client.await();
        BatchOutput.expectPlain(said, event);
        Path result = event.folder().resolve("out").resolve(study.uid());
        if (Files.exists(result)) {
            String difference = good.difference(study.uid(), result);
            event.expect(difference.isEmpty(), "after a kill, " + difference);
        }
        server.start();
        expectScored(study, server.console(command(study.folder(), event.folder())).await(), event);
    }

    private void killDeploying(Event event) throws Exception {
        if (models.deployed() == MOST_MODELS) {
            models.remove(event);
        }
        Path jar = models.next(event.folder());
        Started client = launcher.start("", "--quiet", "deploy", jar.toString());
        killSoon(event);
        server.start();
        gate.expectAccepted(client.await(), jar.getFileName().toString(), event);
        models.accepted(jar, event);
    }

    private void terminate(Event event) throws Exception {
        GoodStudy study = any(event.random());
        Started client = server.console(command(study.folder(), event.folder()));
        TimeUnit.MILLISECONDS.sleep(event.random().nextInt(WORK_MILLIS));
        server.terminate(event);
        BatchOutput.expectPlain(client.await(), event);
        journal.count("serving process ended in order");
        server.start();
        expectScored(study, server.console(command(study.folder(), event.folder())).await(), event);
    }

    private void killSoon(Event event) throws InterruptedException {
        int millis = event.random().nextInt(WORK_MILLIS);
        TimeUnit.MILLISECONDS.sleep(millis);
        server.kill();
        event.note("killed after " + millis + " ms");
        journal.count("serving process killed");
    }

    private void expectScored(GoodStudy study, Said said, Event event) throws IOException {
        BatchOutput.expectPlain(said, event);
        event.expect(said.exitCode() == 0 && said.out().contains(study.uid()), "a good study is not scored: " + said.line());
        Path out = event.folder().resolve("out");
        String difference = good.difference(study.uid(), out.resolve(study.uid()));
        event.expect(difference.isEmpty(), difference);
        Leftovers.expectNone(out, event);
        journal.count("good studies scored");
    }

    private GoodStudy any(Random random) {
        return good.all().get(random.nextInt(good.all().size()));
    }

    private static String command(Path study, Path folder) {
        return "spine:score '" + study + "' '" + folder.resolve("out") + "'";
    }
}
