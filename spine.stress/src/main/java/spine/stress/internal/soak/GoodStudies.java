package spine.stress.internal.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import spine.stress.internal.bundle.ModelJars;
import spine.stress.internal.home.QuietReport;

/** The studies without faults, and what they look like with either kind of model when nothing disturbs. Read only once learnt. */
final class GoodStudies {
    private final List<GoodStudy> studies = new ArrayList<>();
    private final Map<String, QuietReport> expected = new HashMap<>();

    /** @param folder with a folder for each study */
    GoodStudies(Path folder) throws IOException {
        try (Stream<Path> folders = Files.list(folder)) {
            for (Path study : folders.sorted().toList()) {
                studies.add(new GoodStudy("", study));
            }
        }
    }

    List<GoodStudy> all() {
        return List.copyOf(studies);
    }

    /** Notes the results of a batch that nothing disturbed. */
    void learn(Path out) throws IOException {
        Map<Path, String> uids = new TreeMap<>();
        for (Map<String, String> row : Table.read(out.resolve("studies.csv")).rows()) {
            uids.put(Path.of(row.get("folder")), row.get("study"));
        }
        studies.replaceAll(study -> new GoodStudy(uids.getOrDefault(study.folder(), ""), study.folder()));
        for (GoodStudy study : studies) {
            QuietReport report = QuietReport.read(out.resolve(study.uid()));
            expected.put(key(study.uid(), report.version()), report);
        }
    }

    /** On how many studies odd and even versions differ; a mixture can be seen on these alone. */
    long tellVersionsApart() {
        return expected.values().stream().map(QuietReport::text).distinct().count() - studies.size();
    }

    /** What a study gave when nothing disturbed, with a model that answers like this version. */
    QuietReport expected(String uid, String version) {
        return expected.get(key(uid, version));
    }

    /** One sentence on how a result differs from the quiet one; empty if it does not. */
    String difference(String uid, Path folder) throws IOException {
        if (Files.notExists(folder.resolve("report.json"))) {
            return "the good study " + uid + " has no report.json";
        }
        QuietReport report = QuietReport.read(folder);
        QuietReport quiet = expected(uid, report.version());
        if (quiet == null) {
            return "the report of " + uid + " names the version '" + report.version() + "'";
        }
        if (report.text().equals(quiet.text())) {
            return "";
        }
        int at = 0;
        while (at < Math.min(report.text().length(), quiet.text().length()) && report.text().charAt(at) == quiet.text().charAt(at)) {
            at++;
        }
        return "the report of " + uid + " by version " + report.version() + " is not that of the quiet run: " + around(report.text(), at)
                + " in place of " + around(quiet.text(), at);
    }

    private static String around(String text, int at) {
        return text.substring(Math.max(0, at - 60), Math.min(text.length(), at + 100));
    }

    private static String key(String uid, String version) {
        return uid + (!version.isEmpty() && ModelJars.isOdd(version) ? " odd" : " even");
    }
}
