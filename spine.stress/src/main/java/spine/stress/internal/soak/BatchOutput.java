package spine.stress.internal.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import spine.api.comparison.PatientTimeline;
import spine.stress.internal.home.Event;
import spine.stress.internal.home.Journal;
import spine.stress.internal.home.QuietReport;
import spine.stress.internal.home.Said;
import spine.stress.internal.hostile.HostileKind;
import spine.stress.internal.hostile.HostileStudy;

/** What a batch may leave behind, at its end and whenever it is killed. */
final class BatchOutput {
    private static final Pattern SWAPPED = Pattern.compile("spine\\.model\\.bmo ([0-9.]+)");
    private static final Pattern UNWANTED = Pattern.compile("Exception|\\tat [a-z]|\\x1b|" + HostileKind.SECRET_NAME.substring(0, 6)
            + "|PHANTOM\\^");
    private static final Set<String> OF_A_BATCH = Set.of("studies.csv", "scores.csv", "totals.csv", "units.csv", "measures.csv",
            "lesions.csv", "datapackage.json", "index.html", ".spine.lock");

    private final GoodStudies good;
    private final Journal journal;

    BatchOutput(GoodStudies good, Journal journal) {
        this.good = good;
        this.journal = journal;
    }

    /** Nothing that a person should not read: words of Java, escape sequences, names of patients. */
    static void expectPlain(Said said, Event event) {
        Matcher found = UNWANTED.matcher(said.all());
        if (found.find()) {
            event.expect(false, "it prints '" + found.group().replaceAll("\\p{Cntrl}", "?") + "': " + said.line());
        }
    }

    /** Of a batch that was killed: what is there is whole. */
    void expectWhole(Path out, Event event) throws IOException {
        expectOnce(out, event);
        for (GoodStudy study : good.all()) {
            if (Files.exists(out.resolve(study.uid()))) {
                String difference = good.difference(study.uid(), out.resolve(study.uid()));
                event.expect(difference.isEmpty(), "after a kill, " + difference);
            }
        }
    }

    /** Of a batch that came to its end. */
    void expectComplete(Said said, Path out, List<GoodStudy> goods, List<HostileStudy> hostiles, Event event) throws IOException {
        expectPlain(said, event);
        expectOnce(out, event);
        Table studies = Table.read(out.resolve("studies.csv"));
        Table scores = Table.read(out.resolve("scores.csv"));
        event.expect(!studies.hasActiveCell() && !scores.hasActiveCell(), "a table has a formula or a control character");
        for (GoodStudy study : goods) {
            expectScored(study, out, studies, scores, event);
            journal.count("good studies scored");
        }
        for (HostileStudy study : hostiles) {
            expectJudged(study, said, studies, scores, event);
        }
        int code = exitCode(studies, said);
        event.expect(said.exitCode() == code, "the exit code is " + said.exitCode() + " and should be " + code + ": " + said.line());
        try (Stream<Path> all = Files.list(out)) {
            List<Path> odd = all.filter(path -> !OF_A_BATCH.contains(path.getFileName().toString())
                    && Files.notExists(path.resolve("manifest.json")) && !path.endsWith(PatientTimeline.FOLDER)).toList();
            event.expect(odd.isEmpty(), "among the results lies " + odd);
        }
        Leftovers.expectNone(out, event);
    }

    private void expectScored(GoodStudy study, Path out, Table studies, Table scores, Event event) throws IOException {
        List<Map<String, String>> rows = studies.with("study", study.uid());
        event.expect(rows.size() == 1 && Set.of("scored", "kept").contains(rows.get(0).get("status")),
                "studies.csv has of the good study " + study.uid() + " " + rows);
        String difference = good.difference(study.uid(), out.resolve(study.uid()));
        event.expect(difference.isEmpty(), difference);
        List<Map<String, String>> scored = scores.with("study", study.uid());
        event.expect(scored.size() == 1, "scores.csv has of the good study " + study.uid() + " " + scored.size() + " rows");
        if (difference.isEmpty() && scored.size() == 1) {
            String total = QuietReport.read(out.resolve(study.uid())).total23();
            event.expect(scored.get(0).get("total23").equals(total), "scores.csv and report.json of " + study.uid() + " differ");
        }
    }

    private void expectJudged(HostileStudy study, Said said, Table studies, Table scores, Event event) {
        List<Map<String, String>> rows = studies.rows().stream()
                .filter(row -> Path.of(row.get("folder")).startsWith(study.folder())).toList();
        String what = study.kind() + " of " + study.origin() + " in " + study.folder();
        event.expect(!rows.isEmpty() || said.errors().contains(study.folder().toString()), "nobody says what became of " + what);
        for (Map<String, String> row : rows) {
            String status = row.get("status");
            journal.count("hostile studies: " + status);
            event.expect(Set.of("scored", "no spine", "refused").contains(status), what + " is " + status + ": " + row.get("reason"));
            for (Map<String, String> score : scores.with("study", row.get("study"))) {
                expectNotSilent(what, study, score, event);
            }
        }
        if (rows.isEmpty()) {
            journal.count("hostile studies: named, no study found");
        }
    }

    private void expectNotSilent(String what, HostileStudy study, Map<String, String> score, Event event) {
        Matcher version = SWAPPED.matcher(score.getOrDefault("models", ""));
        String total = score.get("total23");
        if (!total.isEmpty() && version.find()) {
            String original = good.expected(study.origin(), version.group(1)).total23();
            event.expect(total.equals(original) || !score.get("warnings").equals("0"),
                    what + " has the total " + total + " in place of " + original + ", without a warning");
        }
    }

    /** Of results that no table tells of. */
    void expectNotSilent(HostileStudy study, Path out, Event event) throws IOException {
        if (Files.notExists(out)) {
            return;
        }
        List<Path> results;
        try (Stream<Path> all = Files.list(out)) {
            results = all.filter(folder -> Files.exists(folder.resolve("report.json"))).toList();
        }
        for (Path folder : results) {
            QuietReport report = QuietReport.read(folder);
            String original = good.expected(study.origin(), report.version()).total23();
            event.expect(report.total23().equals(original) || report.total23().equals("null") || report.warnings() > 0,
                    study.kind() + " has the total " + report.total23() + " in place of " + original + ", without a warning");
        }
    }

    private static void expectOnce(Path out, Event event) throws IOException {
        for (String name : List.of("studies.csv", "scores.csv")) {
            Table table = Table.read(out.resolve(name));
            long different = table.rows().stream().map(row -> row.get("study") + " " + row.getOrDefault("index", "")).distinct().count();
            event.expect(different == table.rows().size(), name + " has a study twice");
        }
    }

    /** By what became of the studies: 1 if one failed, 3 if one could not be used. */
    private static int exitCode(Table studies, Said said) {
        List<String> all = studies.rows().stream().map(row -> row.get("status")).toList();
        boolean failed = all.stream().anyMatch(Set.of("failed", "incomplete", "changed by hand")::contains);
        boolean unusable = all.stream().anyMatch(Set.of("refused", "no spine")::contains) || said.errors().contains("spine: ");
        return failed ? 1 : unusable ? 3 : 0;
    }
}
