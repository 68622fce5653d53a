package spine.stress.internal.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import spine.stress.internal.foreign.ForeignFault;
import spine.stress.internal.home.Event;
import spine.stress.internal.home.Journal;
import spine.stress.internal.home.Launcher;
import spine.stress.internal.home.Launcher.Started;
import spine.stress.internal.home.QuietReport;
import spine.stress.internal.home.Said;
import spine.stress.internal.hostile.BundleJar;
import spine.stress.internal.hostile.HostileStudies;
import spine.stress.internal.hostile.HostileStudy;

/** Batches of good and hostile studies; some are killed and started again, some ask for a foreign index that fails. */
final class BatchEvents implements Lane.Happenings {
    private static final int MOST_GOOD = 3;
    private static final int MOST_HOSTILE = 4;
    private static final int MOST_KILLS = 4;
    /** Until a process scores its first study, and for each study; only the moments of kills follow from it. */
    private static final int START_MILLIS = 2_500;
    private static final int STUDY_MILLIS = 2_000;
    /** One batch in so many asks for a foreign index. */
    private static final int FOREIGN = 5;

    private final Launcher launcher;
    private final GoodStudies good;
    private final BatchOutput output;
    private final BundleGate gate;
    private final Journal journal;

    BatchEvents(Launcher launcher, GoodStudies good, BundleGate gate, Journal journal) {
        this.launcher = launcher;
        this.good = good;
        this.output = new BatchOutput(good, journal);
        this.gate = gate;
        this.journal = journal;
    }

    @Override
    public String happen(Event event) throws Exception {
        if (event.random().nextInt(FOREIGN) == 0) {
            foreign(event);
            return "batch with a foreign index";
        }
        batch(event);
        return "batch";
    }

    private void batch(Event event) throws Exception {
        Random random = event.random();
        List<GoodStudy> goods = some(random);
        List<HostileStudy> hostiles = new ArrayList<>();
        for (int i = random.nextInt(MOST_HOSTILE + 1); i > 0; i--) {
            GoodStudy origin = good.all().get(random.nextInt(good.all().size()));
            hostiles.add(HostileStudies.make(origin.folder(), origin.uid(), event.folder().resolve("hostile-" + i), random));
        }
        event.note(goods.size() + " good, hostile " + hostiles.stream().map(HostileStudy::kind).toList());
        List<Path> paths = new ArrayList<>(goods.stream().map(GoodStudy::folder).toList());
        hostiles.forEach(hostile -> paths.add(hostile.folder()));
        Collections.shuffle(paths, random);
        Path out = event.folder().resolve("out");
        for (int kill = random.nextInt(MOST_KILLS) - 1; kill > 0; kill--) {
            Started started = launcher.start("", command(out, paths, "sparcc"));
            long millis = random.nextInt(START_MILLIS + STUDY_MILLIS * paths.size());
            if (!started.process().waitFor(millis, TimeUnit.MILLISECONDS)) {
                started.kill();
                event.note("killed after " + millis + " ms");
                journal.count("batches killed");
                output.expectWhole(out, event);
            }
        }
        output.expectComplete(launcher.run(command(out, paths, "sparcc")), out, goods, hostiles, event);
        Leftovers.expectInside(event.folder(), event);
    }

    private void foreign(Event event) throws Exception {
        ForeignFault fault = ForeignFault.values()[event.random().nextInt(ForeignFault.values().length)];
        String id = "soak." + fault.name().toLowerCase(Locale.ROOT);
        List<GoodStudy> goods = some(event.random());
        event.note(goods.size() + " good, an index that " + fault.name().toLowerCase(Locale.ROOT));
        Path jar = gate.sign(new BundleJar(id, "1.0.0").index(id, fault.index()).bytes(), id, event.folder());
        Path deployed = gate.expectAccepted(jar, id + "-1.0.0.jar", event);
        List<Path> paths = goods.stream().map(GoodStudy::folder).toList();
        Path out = event.folder().resolve("out");
        Said said = launcher.run(command(out, paths, "sparcc," + id));
        BatchOutput.expectPlain(said, event);
        event.expect(said.exitCode() != 0, "the index failed, and the exit code is 0: " + said.line());
        if (fault == ForeignFault.EXITS) {
            output.expectWhole(out, event);
        } else {
            expectOwnScores(goods, out, id, said, event);
        }
        Files.delete(deployed);
        output.expectComplete(launcher.run(command(out, paths, "sparcc")), out, goods, List.of(), event);
        journal.count("foreign index that " + fault.name().toLowerCase(Locale.ROOT));
    }

    /** The fault of one index costs its own score only. */
    private void expectOwnScores(List<GoodStudy> goods, Path out, String id, Said said, Event event) throws IOException {
        event.expect(said.all().contains(id), "the index that failed is not named: " + said.line());
        for (GoodStudy study : goods) {
            List<Map<String, String>> rows = Table.read(out.resolve("scores.csv")).with("study", study.uid()).stream()
                    .filter(row -> "sparcc".equals(row.get("index"))).toList();
            if (rows.size() == 1 && Files.exists(out.resolve(study.uid()).resolve("report.json"))) {
                String total = good.expected(study.uid(), QuietReport.read(out.resolve(study.uid())).version()).total23();
                event.expect(total.equals(rows.get(0).get("total23")), "beside an index that failed " + study.uid() + " has " + rows);
            } else {
                event.expect(false, "beside an index that failed the good study " + study.uid() + " has no score: " + said.line());
            }
        }
    }

    private List<GoodStudy> some(Random random) {
        List<GoodStudy> all = new ArrayList<>(good.all());
        Collections.shuffle(all, random);
        return List.copyOf(all.subList(0, 1 + random.nextInt(Math.min(MOST_GOOD, all.size()))));
    }

    private static String[] command(Path out, List<Path> paths, String indices) {
        List<String> command = new ArrayList<>(List.of("score", "--format", "json,csv", "--index", indices, "--out", out.toString()));
        paths.forEach(path -> command.add(path.toString()));
        return command.toArray(String[]::new);
    }
}
