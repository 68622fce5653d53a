package spine.stress.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;

import spine.api.Cancellation;
import spine.api.Progress;
import spine.api.image.StudySource;
import spine.api.score.ScoringIndex;
import spine.api.service.ScoringRequest;
import spine.api.service.SpineScoring;
import spine.api.service.UnavailableException;
import spine.stress.internal.bundle.BundleCopy;
import spine.stress.internal.bundle.ModelJars.VersionedJar;
import spine.stress.internal.bundle.ModelJars;

/** How soon a file in the deploy folder takes effect, on an idle platform with one client. */
final class DropTimes {
    private static final String INDEX_BUNDLE = "spine.sparcc";
    private static final String INDEX = "stress";
    private static final double MILLION = 1e6;

    private final BundleContext context;
    private final SpineScoring scoring;
    private final StudySource study;
    private final DeployFolder deploy;
    private final Path work;
    private final int repetitions;

    DropTimes(BundleContext context, SpineScoring scoring, StudySource study, DeployFolder deploy, Path work, int repetitions) {
        this.context = context;
        this.scoring = scoring;
        this.study = study;
        this.deploy = deploy;
        this.work = work;
        this.repetitions = repetitions;
    }

    /** From the model's jar in its place to the end of the first study that it served. */
    String model(ModelJars jars) throws Exception {
        List<Double> served = new ArrayList<>();
        List<Double> studies = new ArrayList<>();
        for (int i = 0; i < repetitions; i++) {
            VersionedJar next = jars.next();
            Path file = deploy.file(next.version());
            deploy.drop(file, next.jar());
            long dropped = System.nanoTime();
            String version;
            do {
                long begin = System.nanoTime();
                version = Clients.version(scoring.score(study, request("sparcc"), Progress.SILENT, new Cancellation()));
                studies.add(millis(begin));
            } while (!version.equals(next.version()));
            served.add(millis(dropped));
            Files.delete(file);
        }
        return String.format(Locale.ROOT, "model jar dropped to end of the first study it served: median %.0f ms (longest %.0f, n = %d;"
                + " a study takes %.0f ms)", median(served), longest(served), repetitions, median(studies));
    }

    /** From the removal of an index's jar to the moment when it is offered no more, and to the refusal of a study that wants it. */
    String index() throws Exception {
        List<Double> used = new ArrayList<>();
        List<Double> gone = new ArrayList<>();
        List<Double> refused = new ArrayList<>();
        BundleCopy copy = new BundleCopy(sparcc());
        copy.header("Bundle-SymbolicName", "stress.index");
        copy.replace(".xml", "name=\"index.id\" type=\"String\" value=\"sparcc\"", "name=\"index.id\" type=\"String\" value=\"" + INDEX
                + "\"");
        for (int i = 0; i < repetitions; i++) {
            copy.header("Bundle-Version", "9.0." + i);
            Path file = deploy.file("index-" + i);
            deploy.drop(file, copy.jar());
            long dropped = System.nanoTime();
            awaitOffered(true);
            scoring.score(study, request(INDEX), Progress.SILENT, new Cancellation());
            used.add(millis(dropped));
            Files.delete(file);
            long removed = System.nanoTime();
            awaitOffered(false);
            gone.add(millis(removed));
            if (i == 0) {
                awaitRefusal();
                refused.add(millis(removed));
            }
        }
        return String.format(Locale.ROOT,
                "index jar dropped to end of the first study it scored: median %.0f ms; removed to offered no more:"
                + " median %.0f ms (longest %.0f, n = %d); a study that asks for it all the same is refused after %.0f ms", median(used),
                median(gone), longest(gone), repetitions, refused.get(0));
    }

    private void awaitRefusal() throws Exception {
        boolean served = true;
        while (served) {
            try {
                scoring.score(study, request(INDEX), Progress.SILENT, new Cancellation());
            } catch (UnavailableException expected) {
                served = false;
            }
        }
    }

    private void awaitOffered(boolean wanted) throws Exception {
        while (context.getServiceReferences(ScoringIndex.class, "(" + ScoringIndex.INDEX_ID + "=" + INDEX + ")").isEmpty() == wanted) {
            Thread.sleep(5);
        }
    }

    private Bundle sparcc() throws IOException {
        return Arrays.stream(context.getBundles()).filter(bundle -> bundle.getSymbolicName().equals(INDEX_BUNDLE)).findFirst()
                .orElseThrow(() -> new IOException("no bundle " + INDEX_BUNDLE));
    }

    private ScoringRequest request(String index) {
        return new ScoringRequest(List.of(index), List.of("json"), work.resolve("timed"));
    }

    private static double millis(long since) {
        return (System.nanoTime() - since) / MILLION;
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    private static double longest(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
    }
}
