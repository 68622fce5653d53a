package spine.stress.internal.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

import spine.stress.internal.intake.SentStudies.Sent;

/** How fast it was, and what became of each study. */
final class Figures {
    private static final CSVFormat TABLE = CSVFormat.RFC4180.builder()
            .setHeader("study", "images", "sent_again", "revisions", "seconds_to_result", "broken").build();

    private final SentStudies sent;
    private final ArchiveLog log;

    Figures(SentStudies sent, ArchiveLog log) {
        this.sent = sent;
        this.log = log;
    }

    List<String> lines() {
        List<Double> seconds = new ArrayList<>(sent.all().stream().filter(study -> log.latest(study.study().uid()) > 0)
                .map(this::seconds).sorted().toList());
        long end = sent.all().stream().mapToLong(study -> log.latest(study.study().uid())).max().orElse(0);
        double hours = (end - sent.first()) / 3.6e12;
        Map<String, String> figures = new LinkedHashMap<>();
        figures.put("studies per hour", format(sent.all().size() / hours));
        figures.put("seconds from last image to result, p50", format(quantile(seconds, 0.5)));
        figures.put("seconds from last image to result, p95", format(quantile(seconds, 0.95)));
        figures.put("images per second of a sender while it sends", format(sent.images() / sent.busySeconds()));
        figures.put("images acknowledged", Long.toString(sent.images()));
        figures.put("images sent again", Long.toString(sent.repeated()));
        figures.put("objects at the archive", Integer.toString(log.objects()));
        figures.put("objects that the archive received again, not having kept them", Integer.toString(log.again()));
        return figures.entrySet().stream().map(figure -> figure.getKey() + " " + figure.getValue()).toList();
    }

    /** A row for each study. */
    void write(Path file, Promises promises, Map<String, List<String>> broken) throws IOException {
        try (CSVPrinter table = new CSVPrinter(Files.newBufferedWriter(file), TABLE)) {
            for (Sent study : sent.all()) {
                String uid = study.study().uid();
                table.printRecord(uid, study.acknowledged(), study.repeated(), promises.revisions(uid),
                        log.latest(uid) == 0 ? "" : format(seconds(study)), String.join("; ", broken.getOrDefault(uid, List.of())));
            }
        }
    }

    private double seconds(Sent study) {
        return (log.latest(study.study().uid()) - study.latest()) / 1e9;
    }

    /** Of the nearest rank. */
    private static double quantile(List<Double> sorted, double share) {
        return sorted.isEmpty() ? Double.NaN : sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }

    private static String format(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
