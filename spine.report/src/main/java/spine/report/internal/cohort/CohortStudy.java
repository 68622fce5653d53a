package spine.report.internal.cohort;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import spine.report.internal.html.HtmlReportWriter;
import spine.report.internal.summary.StudySummary;

/**
 * A study of the cohort.
 *
 * @param name StudyInstanceUID, or what stands for one
 * @param folder name of its result folder; empty if it has none
 * @param state what became of it
 * @param summary what its report says; empty if it has none that can be read
 * @param picture relative address of its small picture; empty without one
 * @param report relative address of its page
 * @param pdf relative address of its report for paper
 * @param comparison relative address of the page that compares it with earlier studies of the patient
 */
record CohortStudy(String name, String folder, StudyState state, Optional<StudySummary> summary, Optional<String> picture,
        Optional<String> report, Optional<String> pdf, Optional<String> comparison) {

    static CohortStudy of(Path cohort, String name, String folder, StudyState state, Optional<StudySummary> summary) {
        if (folder.isEmpty()) {
            return new CohortStudy(name, folder, state, summary, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }
        return new CohortStudy(name, folder, state, summary, link(cohort, folder, HtmlReportWriter.OVERVIEW),
                link(cohort, folder, "report.html"), link(cohort, folder, "report.pdf"),
                link(cohort, "comparisons", folder, "comparison.html"));
    }

    private static Optional<String> link(Path cohort, String... names) {
        Path file = cohort;
        StringBuilder address = new StringBuilder();
        for (String name : names) {
            file = file.resolve(name);
            address.append(address.isEmpty() ? "" : "/").append(URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"));
        }
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? Optional.of(address.toString()) : Optional.empty();
    }
}
